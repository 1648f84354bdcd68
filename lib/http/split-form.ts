import { Unreadable } from "@/lib/access/errors";
import { tooLarge } from "./read-body";

/** A field of a form and its text or file. */
export type FormEntry = [name: string, value: string | File];

const longestHead = 16_384;
const mostParts = 1000;
const anyBoundary = "leadwright-part-of-a-larger-form";

/**
 * The entries of a multipart form. Files stay where `form` is, which may be on the disk: they are read when
 * somebody reads them. The form has a line break before its first part as before all others.
 * @param textLimit is how many bytes all texts together may have.
 * @throws Unreadable for what is no such form.
 */
export async function splitForm(form: Blob, boundary: string, textLimit: number): Promise<FormEntry[]> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const entries: FormEntry[] = [];
  let part: { head: Buffer; start: number } | null = null;
  let textBytes = 0;
  let found = 0;
  for await (const at of placesOf(delimiter, form)) {
    if (++found > mostParts) throw malformed();
    const start = at + delimiter.length;
    const after = Buffer.from(await form.slice(start, start + longestHead).arrayBuffer());
    const isEnd = after.toString("latin1", 0, 2) === "--";
    // A longer word that begins as the boundary does is content.
    if (!isEnd && !/^[ \t]*\r\n/.test(after.toString("latin1"))) continue;
    if (part) {
      const content = form.slice(part.start, at);
      const [name, value] = await headOf(part.head);
      if (value instanceof File) entries.push([name, new File([content], value.name, { type: value.type })]);
      else if ((textBytes += content.size) > textLimit) throw tooLarge(textLimit);
      else entries.push([name, await content.text()]);
    }
    if (isEnd) return entries;
    const headEnd = after.indexOf("\r\n\r\n");
    if (headEnd < 0) throw malformed();
    part = { head: after.subarray(after.indexOf("\r\n"), headEnd), start: start + headEnd + 4 };
  }
  throw malformed();
}

/** The error for what calls itself a multipart form and is none. */
export const malformed = () => new Unreadable("malformed", "The multipart form is not valid.");

/** Where `needle` begins in a blob, however large: it is read in pieces. */
async function* placesOf(needle: Buffer, blob: Blob): AsyncGenerator<number> {
  let kept: Uint8Array = new Uint8Array();
  let passed = 0;
  for await (const chunk of blob.stream()) {
    const bytes = Buffer.concat([kept, chunk]);
    for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) yield passed + at;
    const done = Math.max(0, bytes.length - needle.length + 1);
    kept = bytes.subarray(done);
    passed += done;
  }
}

/** What the head of a part says, as the platform reads it: the head alone is a form with one empty part. */
async function headOf(head: Buffer): Promise<FormEntry> {
  const text = Buffer.concat([
    Buffer.from(`--${anyBoundary}`),
    head,
    Buffer.from(`\r\n\r\n\r\n--${anyBoundary}--\r\n`),
  ]);
  const headers = { "content-type": `multipart/form-data; boundary=${anyBoundary}` };
  const parsed = await new Response(text, { headers }).formData().catch(() => null);
  const [entry] = parsed ?? [];
  if (!entry) throw malformed();
  return entry;
}
