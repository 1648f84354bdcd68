import { z } from "zod";
import { OwnAnswer } from "./own-answer";

/** A file as an answer. It is given out as a download and never shown, whatever is in it. */
export class FileAnswer extends OwnAnswer {
  readonly fileName: string;
  readonly mediaType: string;
  /** Undefined for one that is written while it is sent. */
  readonly sizeBytes: number | undefined;
  readonly stream: ReadableStream<Uint8Array>;

  constructor(file: { fileName: string; mediaType: string; sizeBytes?: number; stream: ReadableStream<Uint8Array> }) {
    super();
    this.fileName = file.fileName;
    this.mediaType = file.mediaType;
    this.sizeBytes = file.sizeBytes;
    this.stream = file.stream;
  }

  /** The answer of HTTP: nothing in it runs, should a browser be made to open it after all. */
  toResponse(status: number, headers: Record<string, string>): Response {
    return new Response(this.stream, {
      status,
      headers: {
        ...headers,
        "content-type": this.mediaType,
        ...(this.sizeBytes !== undefined && { "content-length": String(this.sizeBytes) }),
        "content-disposition": attachmentNamed(this.fileName),
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
        "x-content-type-options": "nosniff",
      },
    });
  }
}

/** The `answer` of an endpoint that gives out files. */
export const FileDownload = z.custom<FileAnswer>((value) => value instanceof FileAnswer);

/** The name as every browser reads it: plain ASCII, and beside it the whole name as RFC 6266 has it. */
function attachmentNamed(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
  const whole = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
