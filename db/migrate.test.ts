import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connect } from "./connect";
import { type Embedded, startEmbedded } from "./embedded/start";
import { findPendingMigrations, migrate } from "./migrate";
import { startOldServer } from "./testing/stand-in-server";

let folder: string;
let embedded: Embedded;
let administrator: Client;
let counter = 0;
let database: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "leadwright-migrate-"));
  embedded = await startEmbedded(join(folder, "data"), { durable: false });
  administrator = await connect(embedded.connectionString, "test");
});

afterAll(async () => {
  await administrator.end();
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  database = `migrate_${++counter}`;
  await administrator.query(`create database ${database}`);
});

function connectionString(user?: string): string {
  const url = new URL(embedded.connectionString);
  url.pathname = `/${database}`;
  if (user) url.username = user;
  return url.href;
}

async function rows(sql: string, user?: string): Promise<unknown[]> {
  const client = await connect(connectionString(user), "test");
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A folder of migrations like drizzle-kit's, of these texts. */
function migrations(texts: Record<string, string>): string {
  const place = mkdtempSync(join(folder, "migrations-"));
  mkdirSync(join(place, "meta"));
  const entries = Object.keys(texts).map((tag, index) => ({
    idx: index,
    version: "7",
    when: 1000 + index,
    tag,
    breakpoints: true,
  }));
  writeFileSync(join(place, "meta", "_journal.json"), JSON.stringify({ entries }));
  for (const [tag, text] of Object.entries(texts)) writeFileSync(join(place, `${tag}.sql`), text);
  return place;
}

const sound = {
  "0000_roles": rolesSql(),
  "0001_first": "create table first (id int);--> statement-breakpoint\ninsert into first values (1);",
};

function rolesSql(): string {
  return ["leadwright_app", "leadwright_system", "leadwright_access"]
    .map((role) => `do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$;`)
    .join("--> statement-breakpoint\n");
}

describe("migrate", () => {
  it("applies Leadwright's own migrations, once", async () => {
    const seen: string[] = [];
    const applied = await migrate(connectionString(), { onProgress: (name) => seen.push(name) });
    expect(applied.length).toBeGreaterThan(0);
    expect(seen).toEqual(applied);
    expect(await migrate(connectionString())).toEqual([]);
    const client = await connect(connectionString(), "test");
    expect(await findPendingMigrations(client)).toEqual([]);
    await client.end();
  });

  it("lets one of several processes work while the others wait", async () => {
    const place = migrations(sound);
    const [one, other] = await Promise.all([
      migrate(connectionString(), { folder: place }),
      migrate(connectionString(), { folder: place }),
    ]);
    expect([...one, ...other].toSorted()).toEqual(["0000_roles.sql", "0001_first.sql"]);
    expect(await rows("select count(*)::int as number from first")).toEqual([{ number: 1 }]);
  });

  it("keeps nothing of a migration that fails, names it, and goes on from there once mended", async () => {
    const broken = { ...sound, "0002_second": "create table second (id int);--> statement-breakpoint\nselect 1 / 0;" };
    await expect(migrate(connectionString(), { folder: migrations(broken) })).rejects.toThrow(
      /0002_second\.sql failed: division by zero/,
    );
    expect(await rows("select to_regclass('second') as second")).toEqual([{ second: null }]);
    const mended = { ...broken, "0002_second": "create table second (id int);" };
    expect(await migrate(connectionString(), { folder: migrations(mended) })).toEqual(["0002_second.sql"]);
  });

  it("refuses a database that a newer version has used", async () => {
    await migrate(connectionString(), { folder: migrations(sound) });
    const older = migrations({ "0000_roles": sound["0000_roles"] });
    await expect(migrate(connectionString(), { folder: older })).rejects.toThrow(/newer version of Leadwright/);
  });

  it("works as an owner that is no superuser but may create roles, and lets it take them", async () => {
    await administrator.query("drop owned by leadwright_app, leadwright_system, leadwright_access").catch(() => {});
    const user = `owner_${counter}`;
    await administrator.query(`create role ${user} login createrole`);
    for (const role of ["leadwright_app", "leadwright_system", "leadwright_access"]) {
      await administrator.query(`grant ${role} to ${user} with admin true, set false, inherit false`);
    }
    await administrator.query(`alter database ${database} owner to ${user}`);
    await migrate(connectionString(user));
    expect(await rows("select set_config('role', 'leadwright_system', false), current_user", user)).toHaveLength(1);
  });

  it("says what an administrator must run when the login may not set up the database", async () => {
    const user = `guest_${counter}`;
    await administrator.query(`create role ${user} login`);
    await expect(migrate(connectionString(user))).rejects.toThrow(
      new RegExp(`may not set up the database[^]*grant leadwright_app.* to ${user};`),
    );
  });
});

describe("connect", () => {
  it("says that nothing answers at the address", async () => {
    await expect(migrate("postgres://me:secret@127.0.0.1:1/leadwright")).rejects.toThrow(
      /^The database at 127\.0\.0\.1:1 can not be reached .*Check that it runs and that DATABASE_URL is right\.$/,
    );
  });

  it("names a database that is not there, and a host that is not", async () => {
    const url = new URL(connectionString());
    url.pathname = "/nowhere";
    await expect(connect(url.href, "test")).rejects.toThrow(/no database nowhere/);
    await expect(connect("postgres://me@database.invalid/leadwright", "test")).rejects.toThrow(/can not be reached/);
    await expect(connect("nonsense", "test")).rejects.toThrow(/DATABASE_URL/);
  });

  it("refuses a server older than PostgreSQL 15", async () => {
    const server = await startOldServer("14.9");
    try {
      await expect(migrate(server.url)).rejects.toThrow(/is PostgreSQL 14\.9; Leadwright needs 15 or later/);
    } finally {
      server.stop();
    }
  });
});
