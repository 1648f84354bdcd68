import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { referenceFile } from "@/app/docs/reference";

/** The reader of the API's document, from its package. */
export async function GET(): Promise<Response> {
  const { size } = await stat(referenceFile);
  // Node's web streams and the browser's are one thing under two type names.
  const body = Readable.toWeb(createReadStream(referenceFile)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "content-length": String(size),
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
