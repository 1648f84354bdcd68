import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Client } from "pg";
import { connect } from "@/db/connect";
import { copyIn } from "@/db/copy";
import { appliedMigrations, migrate, migrateWithin, newestMigration } from "@/db/migrate";
import { migrateQueue } from "@/db/migrate-queue";
import { SetupError } from "@/lib/kit/setup-error";
import { qualified, queueMigration, queueSchema } from "./catalogue";
import type { BackupTable, Manifest } from "./manifest";
import { readBackup, verifyBackup } from "./read-backup";
import { dropTables, emptyQueue, pauseRules } from "./rebuild";

export type RestoreBackup = {
  connectionString: string;
  file: string;
  dataFolder: string;
  /** Whether data that is there already is replaced. */
  force: boolean;
};

/**
 * Puts a backup in place of whatever Leadwright's tables hold, in one transaction: the tables are
 * made as the backup knew them, filled, and brought up to date. Uploaded files come before the
 * commit, so that no row names a file that is not there.
 *
 * @throws {SetupError} for a backup that is damaged or newer than this version, and for a database
 * that holds data (without `force`) or tables of something else: then nothing was changed.
 */
export async function restoreBackup({ connectionString, file, dataFolder, force }: RestoreBackup): Promise<Manifest> {
  const manifest = await verifyBackup(file);
  if ((manifest.migrations.at(-1) ?? 0) > newestMigration()) {
    throw new SetupError("The backup was made by a newer version of Leadwright. Restore it with that version.");
  }
  const client = await connect(connectionString, "leadwright restore");
  try {
    await checkTarget(client, force);
    await migrateQueue(connectionString);
    const demoKeys = await inTransaction(client, () => rebuild(client, manifest, file, dataFolder));
    const keysFile = join(dataFolder, "demo-keys.json");
    if (demoKeys) await writeWhole(keysFile, demoKeys);
    else await rm(keysFile, { force: true });
    await client.query("analyze");
  } finally {
    await client.end();
  }
  await migrate(connectionString);
  return manifest;
}

async function inTransaction<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  await client.query("begin");
  try {
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

async function checkTarget(client: Client, force: boolean): Promise<void> {
  const isOurs = (await appliedMigrations(client)).length > 0;
  const { rows: tables } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  if (tables.length === 0) return;
  if (!isOurs) {
    const names = tables.slice(0, 5).map(({ name }) => name);
    throw new SetupError(
      `The database has tables that are not Leadwright's (${names.join(", ")}). Restore into a database of its own.`,
    );
  }
  if (force || !tables.some(({ name }) => name === "companies")) return;
  // Another role than the owner may see nothing here: the question goes to the one that sees all.
  await client.query("begin");
  await client.query("set local role leadwright_system");
  const { rows } = await client.query<{ name: string }>("select name from companies order by name limit 5");
  await client.query("rollback");
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(", ");
  throw new SetupError(
    `The database holds data (${names}). Restore into an empty installation, or add --force to replace all of it.`,
  );
}

/** Answers the demo's keys, for after the commit: they are of use with this very data alone. */
async function rebuild(client: Client, manifest: Manifest, file: string, dataFolder: string): Promise<Buffer | null> {
  await dropTables(client);
  await migrateWithin(client, manifest.migrations.at(-1));
  // Jobs fit a queue of the same form only; mail that waits is queued again by the worker.
  const takesJobs = (await queueMigration(client)) === manifest.queueMigration;
  const isTaken = ({ schema }: { schema: string }) => schema !== queueSchema || takesJobs;
  if (takesJobs) await emptyQueue(client);
  const resumeRules = await pauseRules(client);
  const tables = new Map(manifest.tables.filter(isTaken).map((table) => [qualified(table), { ...table, loaded: 0 }]));
  let demoKeys: Buffer | null = null;
  for await (const { entry, bytes } of readBackup(file, manifest)) {
    const { content } = entry;
    if (content.type === "demo-keys") demoKeys = bytes;
    else if (content.type === "upload") await keepUpload(join(dataFolder, "uploads"), content.key, bytes);
    else {
      const table = tables.get(qualified(content));
      if (table) table.loaded += await copyIn(client, copyStatement(table), [bytes]);
    }
  }
  for (const { name, rows, loaded } of tables.values()) {
    if (rows !== loaded)
      throw new SetupError(`The backup names ${rows} rows of ${name} but has ${loaded}. Nothing was changed.`);
  }
  for (const { schema, name, value } of manifest.sequences.filter(isTaken)) {
    await client.query("select setval($1::regclass, $2::bigint)", [qualified({ schema, name }), value]);
  }
  await resumeRules();
  await migrateWithin(client);
  return demoKeys;
}

const copyStatement = (table: BackupTable) => `copy ${qualified(table)} (${table.columns.join(", ")}) from stdin`;

/** Writes a file under its key. Keys are written once: one that is there has these very bytes. */
async function keepUpload(folder: string, key: string, bytes: Buffer): Promise<void> {
  if (!/^[\w-]+(?:\/[\w-]+)*$/.test(key))
    throw new SetupError(`The backup has a file under a name that is none: ${key}.`);
  await writeWhole(join(folder, key), bytes);
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.part`, bytes, { mode: 0o600, flush: true });
  await rename(`${path}.part`, path);
}
