import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { type Embedded, startEmbedded } from "@/db/embedded/start";
import { findPendingMigrations } from "@/db/migrate";
import type { BenchedLocation, SampleLead } from "./benched-location";
import { fillDatabase } from "./fill/fill-database";

/** A filled database, its large location, and leads of it to ask for. */
export type BenchedDatabase = { leads: number; url: string; location: BenchedLocation; samples: SampleLead[] };

/** The server of the benchmark's databases, in a folder of its own. */
export function startDatabases(folder: string): Promise<Embedded> {
  mkdirSync(folder, { recursive: true });
  return startEmbedded(folder);
}

const mostSamples = 8000;

/** The database with so many leads: the one kept from an earlier run, where its tables are still the same. */
export async function openDatabase(
  server: Embedded,
  folder: string,
  leads: number,
  tell: (step: string) => void,
): Promise<BenchedDatabase> {
  const url = new URL(server.connectionString);
  url.pathname = `/bench_${leads}`;
  const facts = join(folder, `bench_${leads}.json`);
  // The keys in it were written by this function.
  const kept = existsSync(facts) ? (JSON.parse(readFileSync(facts, "utf8")) as BenchedLocation) : null;
  if (!kept || !(await isCurrent(url.href))) {
    await recreate(server, `bench_${leads}`);
    const location = await fillDatabase(url.href, leads, folder, tell);
    writeFileSync(facts, JSON.stringify(location), { mode: 0o600 });
    return { leads, url: url.href, location, samples: await readSamples(url.href, location) };
  }
  return { leads, url: url.href, location: kept, samples: await readSamples(url.href, kept) };
}

async function isCurrent(url: string): Promise<boolean> {
  try {
    return await connected(url, async (client) => (await findPendingMigrations(client)).length === 0);
  } catch {
    return false;
  }
}

async function recreate(server: Embedded, name: string): Promise<void> {
  await connected(server.connectionString, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  });
}

/** Leads from all over the location, old and new. */
function readSamples(url: string, location: BenchedLocation): Promise<SampleLead[]> {
  return connected(url, async (client) => {
    const { rows } = await client.query<SampleLead>(
      `with largest as (select max(number) as number from opportunities where location_id = $1)
       select o.number::int, o.id, contact_id as "contactId", s.position as stage
       from largest, generate_series(101, largest.number, greatest(1, largest.number / $2)) as chosen
       join opportunities o on o.location_id = $1 and o.number = chosen join stages s on s.location_id = $1 and s.id = o.stage_id
       where o.deleted_at is null order by md5(o.id)`,
      [location.id, mostSamples],
    );
    return rows;
  });
}

/** The version of the server. */
export const serverVersion = (url: string): Promise<string> =>
  connected(url, async (client) => {
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    return rows[0]?.server_version ?? "";
  });

async function connected<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, application_name: "leadwright bench" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
