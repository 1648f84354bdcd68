import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Client } from "pg";
import { connect } from "@/db/connect";
import { copyOut } from "@/db/copy";
import { withDiskErrors } from "@/db/embedded/disk-errors";
import { appliedMigrations } from "@/db/migrate";
import { errorCode, SetupError } from "@/lib/kit/setup-error";
import packageDescription from "@/package.json" with { type: "json" };
import { listSequences, listTables, qualified, queueMigration } from "./catalogue";
import { type BackupEntry, type Manifest, manifestName } from "./manifest";
import { tarEnd, tarEntry } from "./tar";

export type WriteBackup = {
  connectionString: string;
  /** Where the backup goes. */
  file: string;
  /** The data folder, whose uploads and demo keys belong to it. */
  dataFolder: string;
};

/**
 * Writes every table, as it is at one moment, and the uploaded files on the local disk into one file:
 * a gzipped tar archive with a manifest that has versions, counts and checksums. The file is there
 * when it is whole, and readable by its owner alone.
 *
 * @throws {SetupError} for a database without Leadwright's tables, or a file that can not be written.
 */
export async function writeBackup({ connectionString, file, dataFolder }: WriteBackup): Promise<Manifest> {
  const client = await connect(connectionString, "leadwright backup");
  const draft = `${file}.part`;
  try {
    const manifest = await describe(client);
    const output = createWriteStream(draft, { mode: 0o600, flush: true });
    await pipeline(Readable.from(archive(client, manifest, dataFolder)), createGzip(), output);
    await rename(draft, file);
    return manifest;
  } catch (error) {
    await rm(draft, { force: true });
    return withDiskErrors(file, () => {
      throw error;
    });
  } finally {
    await client.end();
  }
}

async function describe(client: Client): Promise<Manifest> {
  await client.query("begin isolation level repeatable read read only");
  const migrations = await appliedMigrations(client);
  if (migrations.length === 0)
    throw new SetupError("There is nothing to back up: the database has no tables of Leadwright.");
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
  return {
    format: 1,
    leadwright: packageDescription.version,
    postgres: rows[0]?.version ?? "",
    createdAt: new Date().toISOString(),
    migrations,
    queueMigration: await queueMigration(client),
    tables: (await listTables(client)).map((table) => ({ ...table, rows: 0 })),
    // Sequences know no snapshot: a number given out meanwhile only makes a gap.
    sequences: await listSequences(client),
    entries: [],
  };
}

/** The bytes of the archive. Counts and checksums go into the manifest, which comes last. */
async function* archive(client: Client, manifest: Manifest, dataFolder: string): AsyncGenerator<Buffer> {
  const add = function* (content: BackupEntry["content"], name: string, bytes: Buffer) {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    manifest.entries.push({ name, bytes: bytes.length, sha256, content });
    yield* tarEntry({ name, bytes });
  };
  const mayReadAll = await seesAllRows(client);
  for (const table of manifest.tables) {
    // Row-level security binds the owner of our tables as well; this role sees every tenant.
    await client.query(mayReadAll || table.schema !== "public" ? "reset role" : "set local role leadwright_system");
    const statement = `copy ${qualified(table)} (${table.columns.join(", ")}) to stdout`;
    const blocks = copyOut(client, statement);
    let part = 0;
    for (let next = await blocks.next(); ; next = await blocks.next()) {
      if (next.done) {
        table.rows = next.value;
        break;
      }
      const name = `${table.schema}.${table.name}.${String(++part).padStart(4, "0")}.copy`;
      yield* add({ type: "table", schema: table.schema, name: table.name }, name, next.value);
    }
  }
  let number = 0;
  for await (const { key, bytes } of uploads(join(dataFolder, "uploads"))) {
    yield* add({ type: "upload", key }, `upload.${String(++number).padStart(6, "0")}`, bytes);
  }
  const demoKeys = await fileOf(join(dataFolder, "demo-keys.json"));
  if (demoKeys) yield* add({ type: "demo-keys" }, "demo-keys.json", demoKeys);
  yield* tarEntry({ name: manifestName, bytes: Buffer.from(JSON.stringify(manifest, null, 2)) });
  yield tarEnd();
}

async function seesAllRows(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ all: boolean }>(
    `select rolsuper or rolbypassrls as "all" from pg_roles where rolname = current_user`,
  );
  return rows[0]?.all === true;
}

async function* uploads(folder: string): AsyncGenerator<{ key: string; bytes: Buffer }> {
  const isThere = await stat(folder).then(
    (status) => status.isDirectory(),
    () => false,
  );
  if (!isThere) return;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    // A file being written has a dot in its name; a key has none.
    if (!entry.isFile() || entry.name.includes(".")) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await fileOf(path);
    if (bytes) yield { key: relative(folder, path).split(sep).join("/"), bytes };
  }
}

/** The bytes of a file; null when it is not there, or no longer. */
async function fileOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}
