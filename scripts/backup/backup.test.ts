import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { connect } from "@/db/connect";
import { type Embedded, startEmbedded } from "@/db/embedded/start";
import { migrate } from "@/db/migrate";
import { seedDemo } from "@/db/seed/demo";
import { environment } from "@/lib/config/environment";
import { closePool, useDatabase } from "@/lib/data/pool";
import { listTables, qualified } from "./catalogue";
import { restoreBackup } from "./restore-backup";
import { writeBackup } from "./write-backup";

let folder: string;
let embedded: Embedded;
let administrator: Client;
let counter = 0;
/** A database with the demo's data, its data folder, and a backup of both. */
let source: { url: string; dataFolder: string; file: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "leadwright-backup-"));
  embedded = await startEmbedded(join(folder, "server"), { durable: false });
  administrator = await connect(embedded.connectionString, "test");
  const url = await newDatabase();
  await migrate(url);
  await useDatabase(url);
  await seedDemo();
  await closePool();
  // A data folder of its own: other tests keep their uploads in the common one.
  const dataFolder = mkdtempSync(join(folder, "data-"));
  cpSync(join(environment.DATA_DIR, "demo-keys.json"), join(dataFolder, "demo-keys.json"));
  source = { url, dataFolder, file: join(folder, "source.backup") };
  await run(
    url,
    "insert into locations (id, company_id, name) select 'odd', id, E'Tab\\tline\\nback\\\\slash \\\\N é 🦊' from companies limit 1",
  );
  await run(url, "select graphile_worker.add_job('send_mail', '{\"id\": 1}')");
  writeUpload(source.dataFolder, "attachments/0V2WyTLG0001/one", "bytes of one");
  writeUpload(source.dataFolder, "attachments/0V2WyTLG0001/half.part", "not whole");
  await writeBackup({ connectionString: url, file: source.file, dataFolder });
});

afterAll(async () => {
  await administrator.end();
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
});

let target: { url: string; dataFolder: string };

beforeEach(async () => {
  target = { url: await newDatabase(), dataFolder: mkdtempSync(join(folder, "data-")) };
});

async function newDatabase(owner = "postgres"): Promise<string> {
  const name = `backup_${++counter}`;
  await administrator.query(`create database ${name} owner ${owner}`);
  const url = new URL(embedded.connectionString);
  url.pathname = `/${name}`;
  url.username = owner;
  return url.href;
}

function writeUpload(dataFolder: string, key: string, text: string): void {
  const path = join(dataFolder, "uploads", key);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
}

async function run(url: string, sql: string): Promise<unknown[]> {
  const client = await connect(url, "test");
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table as text, sorted, and what the sequences will give next. */
async function contents(url: string): Promise<Record<string, unknown>> {
  const admin = new URL(url);
  admin.username = "postgres";
  const client = await connect(admin.href, "test");
  try {
    const found: Record<string, unknown> = {};
    for (const table of await listTables(client)) {
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from ${qualified(table)} t order by 1`,
      );
      found[qualified(table)] = rows.map(({ row }) => row);
    }
    const { rows } = await client.query("select schemaname, sequencename, last_value from pg_sequences order by 1, 2");
    found.sequences = rows;
    return found;
  } finally {
    await client.end();
  }
}

const restore = (force = false, file = source.file) =>
  restoreBackup({ connectionString: target.url, file, dataFolder: target.dataFolder, force });

describe("backup and restore", { timeout: 60_000 }, () => {
  it("bring back every row of every table, sequences, uploads and the demo's keys", async () => {
    const manifest = await restore();
    const restored = await contents(target.url);
    expect(restored).toEqual(await contents(source.url));
    expect(restored['"public"."opportunities"']).toHaveProperty(
      "length",
      manifest.tables.find(({ name }) => name === "opportunities")?.rows,
    );
    expect(readFileSync(join(target.dataFolder, "uploads/attachments/0V2WyTLG0001/one"), "utf8")).toBe("bytes of one");
    expect(manifest.entries.filter(({ content }) => content.type === "upload")).toHaveLength(1);
    const keys = join(target.dataFolder, "demo-keys.json");
    expect(readFileSync(keys, "utf8")).toBe(readFileSync(join(source.dataFolder, "demo-keys.json"), "utf8"));
    expect(statSync(keys).mode & 0o777).toBe(0o600);
  });

  it("leave the same constraints, triggers, policies and indexes", async () => {
    await restore();
    const catalogue = `select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2;`;
    expect(await run(target.url, catalogue)).toEqual(await run(source.url, catalogue));
    const tables =
      "select relname, relforcerowsecurity, relrowsecurity, relhastriggers from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1";
    expect(await run(target.url, tables)).toEqual(await run(source.url, tables));
    const triggers = "select tgname, tgenabled from pg_trigger where not tgisinternal order by 1";
    expect(await run(target.url, triggers)).toEqual(await run(source.url, triggers));
    const paused =
      "select conname from pg_trigger t join pg_constraint k on k.oid = t.tgconstraint where tgenabled = 'D' order by 1";
    expect(await run(target.url, paused)).toEqual(await run(source.url, paused));
    expect(await run(target.url, "select indexdef from pg_indexes where schemaname = 'public' order by 1")).toEqual(
      await run(source.url, "select indexdef from pg_indexes where schemaname = 'public' order by 1"),
    );
  });

  it("work as an owner that is no superuser, whom row-level security binds", async () => {
    await administrator.query("create role plain_owner login createrole");
    await administrator.query("grant leadwright_app, leadwright_system, leadwright_access to plain_owner");
    target.url = await newDatabase("plain_owner");
    await restore();
    expect(await contents(target.url)).toEqual(await contents(source.url));
    const again = join(folder, "again.backup");
    await writeBackup({ connectionString: target.url, file: again, dataFolder: target.dataFolder });
    target = { url: await newDatabase(), dataFolder: mkdtempSync(join(folder, "data-")) };
    await restore(false, again);
    expect(await contents(target.url)).toEqual(await contents(source.url));
  });

  it("make the file readable by its owner alone", () => {
    expect(statSync(source.file).mode & 0o777).toBe(0o600);
  });
});

describe("restore", { timeout: 60_000 }, () => {
  it("refuses a database with data, and replaces it when forced", async () => {
    await migrate(target.url);
    await run(target.url, "insert into companies (id, name) values ('mine', 'Mine')");
    await expect(restore()).rejects.toThrow(/The database holds data \(Mine\).*--force/);
    expect(await run(target.url, "select name from companies")).toEqual([{ name: "Mine" }]);
    await restore(true);
    expect(await contents(target.url)).toEqual(await contents(source.url));
  });

  it("takes an installation that was started and is still empty", async () => {
    await migrate(target.url);
    await restore();
    expect(await contents(target.url)).toEqual(await contents(source.url));
  });

  it("refuses a database of something else, whatever it is told", async () => {
    await run(target.url, "create table invoices_of_somebody (id int)");
    await expect(restore(true)).rejects.toThrow(/tables that are not Leadwright's \(invoices_of_somebody\)/);
  });

  it("refuses a damaged, a cut off and a foreign file, and changes nothing", async () => {
    const whole = readFileSync(source.file);
    const damaged = join(folder, "damaged.backup");
    writeFileSync(damaged, whole.subarray(0, whole.length / 2));
    await expect(restore(false, damaged)).rejects.toThrow(/can not be restored: .*damaged or cut off/);
    const changed = gunzipSync(whole);
    changed[changed.indexOf("opportunities")] = 0x4f;
    changed[600] = (changed[600] ?? 0) ^ 1;
    writeFileSync(damaged, gzipSync(changed));
    await expect(restore(false, damaged)).rejects.toThrow(/can not be restored/);
    writeFileSync(damaged, "hello");
    await expect(restore(false, damaged)).rejects.toThrow(/is no backup of Leadwright/);
    await expect(restore(false, join(folder, "nothing"))).rejects.toThrow(/There is no file/);
    expect(await run(target.url, "select tablename from pg_tables where schemaname = 'public'")).toEqual([]);
  });

  it("keeps what was there when it fails half-way", async () => {
    await migrate(target.url);
    await run(target.url, "insert into companies (id, name) values ('mine', 'Mine')");
    const before = await contents(target.url);
    // A second company of this id makes the backup break the table's key.
    const twice = await newDatabase();
    await restoreBackup({ connectionString: twice, file: source.file, dataFolder: target.dataFolder, force: false });
    await run(twice, "alter table companies drop constraint companies_pkey cascade");
    await run(twice, "insert into companies select * from companies");
    const broken = join(folder, "broken.backup");
    await writeBackup({ connectionString: twice, file: broken, dataFolder: target.dataFolder });
    await expect(restore(true, broken)).rejects.toThrow(/duplicate key/);
    expect(await contents(target.url)).toEqual(before);
  });

  it("brings the tables of an older backup up to date", async () => {
    const older = mkdtempSync(join(folder, "migrations-"));
    cpSync("db/migrations", older, { recursive: true });
    const journal = join(older, "meta", "_journal.json");
    const { entries } = z.object({ entries: z.array(z.unknown()) }).parse(JSON.parse(readFileSync(journal, "utf8")));
    writeFileSync(journal, JSON.stringify({ entries: entries.slice(0, -1) }));
    const url = await newDatabase();
    await migrate(url, { folder: older });
    await run(url, "insert into companies (id, name) values ('mine', 'Mine')");
    const file = join(folder, "older.backup");
    await writeBackup({ connectionString: url, file, dataFolder: target.dataFolder });
    await restore(false, file);
    expect(await run(target.url, "select name from companies")).toEqual([{ name: "Mine" }]);
    const count = "select count(*)::int as number from drizzle.__drizzle_migrations";
    expect(await run(target.url, count)).toEqual([{ number: entries.length }]);
  });

  it("refuses a backup of a newer version", async () => {
    const newer = await newDatabase();
    await migrate(newer);
    await run(newer, "insert into drizzle.__drizzle_migrations (hash, created_at) values ('', 9999999999999)");
    const file = join(folder, "newer.backup");
    await writeBackup({ connectionString: newer, file, dataFolder: target.dataFolder });
    await expect(restore(false, file)).rejects.toThrow(/newer version of Leadwright/);
  });
});

describe("backup", () => {
  it("refuses a database without Leadwright's tables, and leaves no file", async () => {
    const file = join(folder, "nothing.backup");
    await expect(writeBackup({ connectionString: target.url, file, dataFolder: target.dataFolder })).rejects.toThrow(
      /There is nothing to back up/,
    );
    expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
  });

  it("says what to do about a place that can not be written", async () => {
    const file = join(folder, "no-such-folder", "x.backup");
    await expect(writeBackup({ connectionString: source.url, file, dataFolder: target.dataFolder })).rejects.toThrow(
      /no-such-folder.*does not exist/,
    );
  });
});
