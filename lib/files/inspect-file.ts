import { createHash } from "node:crypto";
import { type FileContent, startBytes } from "./media-type";

/** What is found out about a file by reading it: in pieces, so that a large one takes no more memory. */
export async function inspectFile(file: Blob): Promise<FileContent & { sha256: string }> {
  const hash = createHash("sha256");
  const text = textCheck();
  let start: Uint8Array = new Uint8Array();
  for await (const chunk of file.stream()) {
    hash.update(chunk);
    text.take(chunk);
    if (start.length < startBytes) start = Buffer.concat([start, chunk.subarray(0, startBytes - start.length)]);
  }
  return { start, isText: file.size > 0 && text.holds(), sha256: hash.digest("hex") };
}

/** Whether bytes are UTF-8 without control characters but tabs and ends of lines and pages. */
function textCheck() {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isText = true;
  const decodes = (...given: Parameters<TextDecoder["decode"]>): boolean => {
    try {
      decoder.decode(...given);
      return true;
    } catch {
      return false;
    }
  };
  return {
    take(chunk: Uint8Array): void {
      isText &&= !chunk.some(isControl) && decodes(chunk, { stream: true });
    },
    holds: (): boolean => isText && decodes(),
  };
}

const isControl = (byte: number): boolean =>
  byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d;
