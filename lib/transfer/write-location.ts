import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "drizzle-orm";
import { ZipFile } from "yazl";
import type { Context } from "@/lib/access/context";
import { readSnapshot } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { storage } from "@/lib/providers/storage/configured";
import { FileMissing } from "@/lib/providers/storage/driver";
import { exportVersion } from "./model";
import { type ExportedTable, readTables } from "./tables";

/** What a file says about itself. */
export type ExportManifest = {
  format: "leadwright-location";
  version: number;
  exportedAt: string;
  /** The tables, in the order in which they can be read in. */
  tables: { name: string; records: number }[];
  files: number;
  /** Files that attachments name and the storage does not have. */
  missingFiles: string[];
};

const pageSize = 1000;

/**
 * Writes everything of the caller's location into a new ZIP file (docs/export-format.md), as it is at
 * one moment. Memory holds one page of records at a time.
 *
 * @param onRecords is told how many records are written so far, now and then.
 * @throws the disk's error.
 */
export function writeLocation(
  context: Context,
  path: string,
  onRecords: (records: number) => Promise<void> = () => Promise.resolve(),
): Promise<ExportManifest> {
  return readSnapshot(context, async (transaction) => {
    const tables = await readTables(transaction);
    const zip = new ZipFile();
    const manifest: ExportManifest = {
      format: "leadwright-location",
      version: exportVersion,
      exportedAt: context.now.toISOString(),
      tables: [],
      files: 0,
      missingFiles: [],
    };
    const written = pipeline(zip.outputStream, createWriteStream(path, { flags: "wx", mode: 0o600 }));
    const put = (name: string, bytes: AsyncIterable<Uint8Array>, compress = true) =>
      addEntry(zip, name, bytes, { compress, mtime: context.now });
    try {
      await put("location.json", linesOf(await locationLines(transaction, context)));
      await put("users.jsonl", linesOf(await userLines(transaction, context)));
      let total = 0;
      for (const table of tables) {
        let records = 0;
        const lines = recordLines(transaction, context, table, async (count) => {
          records += count;
          total += count;
          await onRecords(total);
        });
        await put(`data/${table.name}.jsonl`, lines);
        manifest.tables.push({ name: table.name, records });
      }
      for (const key of await fileKeys(transaction, context)) {
        const stream = await openFile(key);
        if (stream) await put(`files/${nameOf(key)}`, stream, false);
        else manifest.missingFiles.push(nameOf(key));
        manifest.files += stream ? 1 : 0;
      }
      await put("manifest.json", linesOf([JSON.stringify(manifest, null, 2)]));
    } finally {
      zip.end();
    }
    await written;
    return manifest;
  });
}

/** Adds an entry, and waits until all of it is written: the entries come from one connection, one after the other. */
function addEntry(
  zip: ZipFile,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  { compress, mtime }: { compress: boolean; mtime: Date },
): Promise<void> {
  const stream = Readable.from(bytes, { objectMode: false });
  return new Promise((resolve, reject) => {
    stream.once("error", reject);
    stream.once("end", resolve);
    zip.addReadStream(stream, name, { compress, mtime, forceZip64Format: true });
  });
}

async function* linesOf(lines: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const line of lines) yield Buffer.from(`${line}\n`);
  await Promise.resolve();
}

async function locationLines(transaction: ReadTransaction, { location }: Context): Promise<string[]> {
  const { rows } = await transaction.execute<{ line: string }>(
    sql`select (to_jsonb(l) - 'company_id')::text as line from locations l where l.id = ${location.id}`,
  );
  return rows.map(({ line }) => line);
}

/** Everybody that records of the location point at: who they are, and nothing that lets them in. */
async function userLines(transaction: ReadTransaction, { location }: Context): Promise<string[]> {
  const { rows } = await transaction.execute<{ line: string }>(sql`
    select jsonb_build_object('id', u.id, 'username', u.username, 'name', u.name, 'email', u.email, 'phone', u.phone,
      'kind', u.kind, 'time_zone', u.time_zone, 'locale', u.locale)::text as line
    from users u
    where u.id in (select user_id from members where location_id = ${location.id}
      union select portal_user_id from clients where location_id = ${location.id})
    order by u.id`);
  return rows.map(({ line }) => line);
}

/** The records of a table as lines, in the order of their ids. The location's own id is left out. */
async function* recordLines(
  transaction: ReadTransaction,
  { location }: Context,
  { name, columns }: ExportedTable,
  onPage: (records: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const table = sql.identifier(name);
  const fields = columns.filter((column) => column !== "location_id");
  const pairs = fields.map((column) => sql`${column}::text, ${valueOf(column)}`);
  // A function takes a hundred arguments: wide tables are put together from parts.
  const parts = chunk(pairs, 40).map((part) => sql`jsonb_build_object(${sql.join(part, sql`, `)})`);
  for (let last = ""; ;) {
    const { rows } = await transaction.execute<{ id: string; line: string }>(sql`
      select t.id, (${sql.join(parts, sql` || `)})::text as line from ${table} t
      where t.location_id = ${location.id} and t.id > ${last} order by t.id limit ${pageSize}`);
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
    yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(""));
    await onPage(rows.length);
  }
}

/** A key of the storage begins with the location's id, which another location does not have. */
const valueOf = (column: string) =>
  column === "storage_key" ? sql`split_part(t.storage_key, '/', 2)` : sql`t.${sql.identifier(column)}`;

function chunk<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, place) =>
    items.slice(place * size, (place + 1) * size),
  );
}

async function fileKeys(transaction: ReadTransaction, { location }: Context): Promise<string[]> {
  const { rows } = await transaction.execute<{ key: string }>(
    sql`select distinct storage_key as key from attachments where location_id = ${location.id} order by 1`,
  );
  return rows.map(({ key }) => key);
}

/** The part of a key that is not the location's id. */
const nameOf = (key: string): string => key.slice(key.indexOf("/") + 1);

async function openFile(key: string): Promise<ReadableStream<Uint8Array> | null> {
  try {
    return (await (await storage()).get(key)).stream;
  } catch (error) {
    if (error instanceof FileMissing) return null;
    throw error;
  }
}
