import { inject } from "vitest";
import { connect } from "@/db/connect";
import { stopListening } from "@/lib/data/announcements";
import { useDatabase } from "@/lib/data/pool";
import { newId } from "@/lib/kit/id";
import { processWide } from "@/lib/kit/process-wide";

type Held = { opening: Promise<string> | null };
const held = (): Held => processWide<Held>("testing.database", () => ({ opening: null }));

/**
 * The connection string of the test file's own database: a copy of the migrated template, made at
 * the first call, which the doors of lib/data work on from then on. It is dropped after the file.
 */
export function testDatabase(): Promise<string> {
  return (held().opening ??= openDatabase());
}

/** Drops the test file's database, if it asked for one. Registered for every file by the set-up file. */
export async function dropTestDatabase(): Promise<void> {
  const { opening } = held();
  held().opening = null;
  if (!opening) return;
  const name = new URL(await opening).pathname.slice(1);
  await stopListening();
  // The next file starts without one.
  await useDatabase("");
  // Waits up to 5 s for sessions that are just ending: cutting them off would reach their sockets as errors.
  const drop = `drop database if exists ${name}`;
  await asAdministrator((query) => query(drop).catch(() => query(`${drop} with (force)`)));
}

async function openDatabase(): Promise<string> {
  const template = new URL(inject("template"));
  const name = `test_${newId().toLowerCase()}`;
  await asAdministrator((query) =>
    query(`create database ${name} template ${template.pathname.slice(1)} strategy file_copy`),
  );
  template.pathname = `/${name}`;
  await useDatabase(template.href);
  return template.href;
}

/** Databases are made and dropped from the one that nobody copies. */
async function asAdministrator(work: (query: (sql: string) => Promise<unknown>) => Promise<unknown>): Promise<void> {
  const url = new URL(inject("template"));
  url.pathname = "/postgres";
  const client = await connect(url.href, "leadwright tests");
  try {
    await work((sql) => client.query(sql));
  } finally {
    await client.end();
  }
}
