import { openAsBlob } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { Unavailable, Unreadable } from "@/lib/access/errors";
import { dataPath } from "@/lib/config/environment";
import { newId } from "@/lib/kit/id";
import { bodyWithin, formData } from "./read-body";
import { malformed, splitForm } from "./split-form";

/** What a form may add to the file in it. */
const formAroundFileBytes = 65_536;

/** A place on the disk for one request, until it is answered. */
export type UploadPlace = { path: string; remove: () => Promise<void> };

/** A place for a form that comes in. The start of the server removes what a killed one has left there. */
export function uploadPlace(): UploadPlace {
  const path = dataPath("incoming", newId());
  return { path, remove: () => rm(path, { force: true }) };
}

/**
 * The multipart form of a request, as `readBody` gives one out, but with its files on the disk: a
 * form takes the memory of a small one, however large its files are. They can be read until the
 * place is removed. Undefined when there is no body.
 * @param fileLimit is how many bytes its file may have.
 * @throws Unreadable for what is too large, breaks off or is no multipart form; Unavailable when the disk does not take it.
 */
export async function readUpload(request: Request, fileLimit: number, { path }: UploadPlace): Promise<unknown> {
  const size = await keep(bodyWithin(request, fileLimit + formAroundFileBytes), path, "\r\n");
  if (size === 0) return undefined;
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*(?:;|$)/i.test(type))
    throw new Unreadable("media_type", "Send the body as multipart/form-data.");
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw malformed();
  return formData(await splitForm(await openAsBlob(path), boundary, formAroundFileBytes));
}

/** The `body` of an endpoint that takes a file as the body itself: see `takesUpload`. */
export const UploadBody = z.object({ file: z.file() });

/**
 * A file that is the body of a request itself, on the disk until the place is removed.
 * @throws Unreadable for what is larger than `limit` bytes or breaks off: as soon as that is known;
 * Unavailable when the disk does not take it.
 */
export async function readWholeFile(
  request: Request,
  limit: number,
  { path }: UploadPlace,
): Promise<z.output<typeof UploadBody>> {
  try {
    await keep(bodyWithin(request, limit), path, "");
  } catch (error) {
    if (!(error instanceof Unreadable) || error.reason !== "too_large") throw error;
    throw new Unreadable("too_large", `The file is too large. Send at most ${Math.floor(limit / 1_048_576)} MB.`, {
      cause: error,
    });
  }
  return { file: new File([await openAsBlob(path)], "file") };
}

/** Writes a body to a new file, after a `start`. Answers how many bytes it has. */
async function keep(chunks: AsyncGenerator<Uint8Array>, path: string, start: string): Promise<number> {
  let size = 0;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, "wx", 0o600);
    try {
      await file.appendFile(start);
      for await (const chunk of chunks) {
        size += chunk.byteLength;
        await file.appendFile(chunk);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unavailable("The file could not be stored. Try again, or ask whether the storage is full or away.", {
      cause: error,
    });
  }
  return size;
}
