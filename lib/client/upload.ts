import { readAnswer, unreachable } from "./api";

export type UploadInput = {
  /** Sent as it is, or a form with a file in it. */
  body: Blob | FormData;
  /** Told how much of it has left, from 0 to 1. */
  onProgress: (part: number) => void;
  signal?: AbortSignal;
};

/**
 * Sends a file to the native API and tells how much of it has left, which `fetch` does not say.
 * Answers what the server made of it.
 * @throws FailedRequest with what the server said; the reason of `signal` when it stops the sending.
 */
export async function upload<Answer>(path: string, input: UploadInput): Promise<Answer> {
  return readAnswer<Answer>(await send(path, input));
}

function send(path: string, { body, onProgress, signal }: UploadInput): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("accept", "application/json");
    if (body instanceof Blob) request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress(loaded / total);
    });
    request.addEventListener("load", () => resolve(responseOf(request)));
    request.addEventListener("error", () => reject(unreachable()));
    // Its reason is whatever the one who stopped it gave.
    request.addEventListener("abort", () => reject(signal?.reason as Error));
    signal?.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}

function responseOf(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const name of ["leadwright-events", "x-request-id"]) {
    const value = request.getResponseHeader(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(request.responseText, { status: request.status, headers });
}
