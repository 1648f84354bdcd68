import { FailedRequest, rememberEvents } from "@/lib/client/api";

/**
 * Sends a file, and tells how much of it has left (0 to 1): `fetch` does not say. Answers what the
 * server made of it.
 * @throws FailedRequest with what the server said.
 */
export function uploadFile(path: string, file: File, onProgress: (part: number) => void): Promise<{ id: string }> {
  const body = new FormData();
  body.append("file", file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      const answer = answerIn(request.responseText);
      if (request.status < 300 && typeof answer.id === "string") {
        const made = { id: answer.id };
        rememberEvents(made, request.getResponseHeader("leadwright-events"));
        resolve(made);
      } else
        reject(
          new FailedRequest(request.status, answer.detail ?? unanswered, request.getResponseHeader("x-request-id")),
        );
    });
    request.addEventListener("error", () => reject(new FailedRequest(0, unreachable, null)));
    request.send(body);
  });
}

const unreachable = "The server could not be reached. Check your connection and try again.";
const unanswered = "The server could not answer. Try again in a moment.";

/** What the endpoint's answer, or a problem of it, holds; nothing when it is no JSON. */
function answerIn(text: string): { id?: string; detail?: string } {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === "object" && answer !== null ? answer : {};
  } catch {
    return {};
  }
}
