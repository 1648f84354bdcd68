import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { partsOfAnswer } from "@/lib/http/json-answer";

/** Answers that never end by themselves; they are ended when the server stops. */
export type OpenStreams = Set<() => void>;

/**
 * Sends a web Response as Node's answer. A body of known type is sent whole, with its length; event
 * streams and other bodies go out as they come, no faster than the caller takes them.
 */
export async function sendWebAnswer(answer: Response, response: ServerResponse, open: OpenStreams): Promise<void> {
  const parts = partsOfAnswer(answer);
  if (parts) {
    response
      .writeHead(parts.status, { ...parts.headers, "content-length": Buffer.byteLength(parts.body) })
      .end(parts.body);
    return;
  }
  const headers = toNodeHeaders(answer.headers);
  if (!answer.body) {
    // An answer to HEAD says how long the body would be, if it knows.
    if (headers["content-length"] === undefined && answer.status !== 204 && answer.status !== 304)
      headers["content-length"] = 0;
    response.writeHead(answer.status, headers).end();
    return;
  }
  if (isJson(headers)) {
    const body = Buffer.from(await answer.arrayBuffer());
    headers["content-length"] = body.byteLength;
    response.writeHead(answer.status, headers).end(body);
    return;
  }
  response.writeHead(answer.status, headers);
  await sendStream(answer.body.getReader(), response, open);
}

const isJson = (headers: OutgoingHttpHeaders) =>
  /^application\/(?:[\w.-]+\+)?json\b/.test(String(headers["content-type"]));

async function sendStream(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  response: ServerResponse,
  open: OpenStreams,
): Promise<void> {
  const cancel = () => void reader.cancel().catch(() => {});
  // The caller has gone, or the server stops: whoever writes the stream is told.
  response.once("close", cancel);
  open.add(cancel);
  response.flushHeaders();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (!response.write(value)) await drained(response);
    }
    response.end();
  } catch (error) {
    // Half an answer must not look like a whole one.
    response.destroy();
    throw error;
  } finally {
    open.delete(cancel);
    response.off("close", cancel);
  }
}

function drained(response: ServerResponse): Promise<void> {
  if (response.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    response.on("drain", done).on("close", done);
  });
}

function toNodeHeaders(headers: Headers): OutgoingHttpHeaders {
  const result: OutgoingHttpHeaders = {};
  for (const [name, value] of headers) result[name] = value;
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) result["set-cookie"] = cookies;
  return result;
}
