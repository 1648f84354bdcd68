import { Readable } from "node:stream";
import { text as readText } from "node:stream/consumers";
import { type Entry, fromRandomAccessReaderPromise, openPromise, RandomAccessReader, type ZipFile } from "yauzl";
import { z } from "zod";
import { SetupError } from "@/lib/kit/setup-error";
import { exportVersion } from "@/lib/transfer/model";

/** A ZIP file that is open: its entries by name. */
export type Zip = { file: ZipFile; entries: Map<string, Entry> };

const Manifest = z.object({
  format: z.literal("leadwright-location"),
  version: z.int(),
  tables: z.array(z.object({ name: z.string(), records: z.int().min(0) })),
  files: z.int().min(0),
});
export type Manifest = z.infer<typeof Manifest>;

const pageSize = 1000;
const pageCharacters = 8_388_608;
const lineCharacters = 33_554_432;
const manifestBytes = 10_485_760;

/** Reads the parts of a file that are asked for. */
class BlobReader extends RandomAccessReader {
  readonly #blob: Blob;

  constructor(blob: Blob) {
    super();
    this.#blob = blob;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    // Node's and the web's types of a stream differ in name only.
    return Readable.fromWeb(this.#blob.slice(start, end).stream() as Parameters<typeof Readable.fromWeb>[0]);
  }
}

/** A file on the disk by its path, of any size; or one at hand, of 4 GB at most: Node counts no further there. */
export type ZipSource = string | Blob;

const options = { lazyEntries: true, autoClose: false };

/** Opens the export of a location. Whoever does closes its `file`. @throws SetupError for what is no ZIP file. */
export async function openZip(source: ZipSource): Promise<Zip> {
  try {
    const file =
      typeof source === "string"
        ? await openPromise(source, options)
        : await fromRandomAccessReaderPromise(new BlobReader(source), source.size, options);
    const entries = new Map<string, Entry>();
    for await (const entry of file.eachEntry()) entries.set(entry.fileName, entry);
    return { file, entries };
  } catch (error) {
    throw new SetupError("This is not the export of a location: it can not be read as a ZIP file.", { cause: error });
  }
}

/** What an export says about itself. @throws SetupError for another ZIP file, and for one of a version to come. */
export async function readManifest(zip: Zip): Promise<Manifest> {
  const manifest = Manifest.safeParse(await readSmall(zip, "manifest.json"));
  if (!manifest.success) throw new SetupError("This is not the export of a location: it has no manifest.");
  if (manifest.data.version > exportVersion)
    throw new SetupError("This export was made by a newer version of Leadwright. Update, and read it in then.");
  return manifest.data;
}

async function readSmall(zip: Zip, name: string): Promise<unknown> {
  const entry = zip.entries.get(name);
  if (!entry || entry.uncompressedSize > manifestBytes) return null;
  try {
    return JSON.parse(await readText(await zip.file.openReadStreamPromise(entry)));
  } catch (error) {
    throw damaged(`${name} can not be read`, error);
  }
}

/** The lines of an entry, some at a time; none where there is no such entry. @throws SetupError for a damaged one. */
export async function* pagesOf(zip: Zip, name: string): AsyncGenerator<string[]> {
  const entry = zip.entries.get(name);
  if (!entry) return;
  let page: string[] = [];
  let characters = 0;
  for await (const line of linesOf(zip, entry)) {
    if (line !== "") page.push(line);
    characters += line.length;
    if (page.length < pageSize && characters < pageCharacters) continue;
    yield page;
    page = [];
    characters = 0;
  }
  if (page.length > 0) yield page;
}

/** Lines end with a line feed and nothing else: what `readline` takes for one too may stand in a text. */
async function* linesOf({ file }: Zip, entry: Entry): AsyncGenerator<string> {
  let rest = "";
  try {
    const stream = await file.openReadStreamPromise(entry);
    for await (const text of stream.setEncoding("utf8")) {
      const lines = (rest + String(text)).split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > lineCharacters) throw new Error("A line does not end.");
      yield* lines;
    }
  } catch (error) {
    throw damaged(`${entry.fileName} can not be read`, error);
  }
  yield rest;
}

/** A line of an entry as `shape` knows it. @throws SetupError for another one. */
export function recordIn<Shape>(shape: z.ZodType<Shape>, name: string, line: string): Shape {
  try {
    return shape.parse(JSON.parse(line));
  } catch (error) {
    throw damaged(`${name} has a record that does not fit`, error);
  }
}

/** That an export is not as it was written. */
export const damaged = (what: string, cause?: unknown): SetupError =>
  new SetupError(`The file is damaged: ${what}.`, { cause });
