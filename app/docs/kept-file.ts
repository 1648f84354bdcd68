import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";

/** A file of a package, for browsers to keep. */
export async function keptFile(path: string, contentType: string): Promise<Response> {
  const { size } = await stat(path);
  // Node's web streams and the browser's are one thing under two type names.
  const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      "content-type": contentType,
      "content-length": String(size),
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
