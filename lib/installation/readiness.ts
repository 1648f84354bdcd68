import { sql } from "drizzle-orm";
import { findPendingMigrations } from "@/db/migrate";
import { jobWorkers } from "@/db/schema/platform";
import { environment } from "@/lib/config/environment";
import { asSystem } from "@/lib/data/doors";
import { pool } from "@/lib/data/pool";
import { processWide } from "@/lib/kit/process-wide";

/** `unknown`: it could not be asked, because another part failed. */
export type PartState = "ok" | "failed" | "unknown" | "not needed";

/** What this process needs to work, part by part. */
export type Readiness = { database: PartState; migrations: PartState; worker: PartState };

const patienceMilliseconds = 3000;
const believedMilliseconds = 1000;
/** A worker says every 2 s that it lives; one that is this late is not counted. */
const lateSeconds = 15;

type State = { last: { at: number; found: Readiness } | null; looking: Promise<Readiness> | null };
const state = (): State => processWide<State>("installation.readiness", () => ({ last: null, looking: null }));

const silent: Readiness = { database: "failed", migrations: "unknown", worker: "unknown" };

/**
 * Whether this process can do its work. One look serves all who ask within a second, for anybody may
 * ask; a database that does not answer within 3 s has failed.
 */
export async function checkReadiness(): Promise<Readiness> {
  const current = state();
  if (current.last && Date.now() - current.last.at < believedMilliseconds) return current.last.found;
  current.looking ??= findReadiness(environment.WORKER === "inline").finally(() => {
    current.looking = null;
  });
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve(silent), patienceMilliseconds);
  });
  const found = await Promise.race([current.looking, impatience]);
  clearTimeout(timer);
  current.last = { at: Date.now(), found };
  return found;
}

/**
 * The same, looked at now and with all patience.
 *
 * @param expectsWorker says whether jobs are this process's own to run. Without, a worker is expected
 * once one has made itself known.
 */
export async function findReadiness(expectsWorker: boolean): Promise<Readiness> {
  const tables = await lookAtTables();
  if (tables.migrations !== "ok") return { ...tables, worker: "unknown" };
  return { ...tables, worker: await lookForWorker(expectsWorker).catch(() => "failed") };
}

async function lookAtTables(): Promise<Pick<Readiness, "database" | "migrations">> {
  // Outside of any role: the record of migrations is the login's own.
  const client = await pool()
    .connect()
    .catch(() => null);
  if (!client) return silent;
  try {
    await client.query("select 1");
    // A database that was never migrated has no record to read.
    const pending = await findPendingMigrations(client).catch(() => null);
    return { database: "ok", migrations: pending?.length === 0 ? "ok" : "failed" };
  } catch {
    return silent;
  } finally {
    client.release();
  }
}

function lookForWorker(expected: boolean): Promise<PartState> {
  return asSystem("readiness", async (transaction) => {
    const isAlive = sql`${jobWorkers.lastSeenAt} > now() - make_interval(secs => ${lateSeconds})`;
    const [registered, alive] = await Promise.all([
      transaction.$count(jobWorkers),
      transaction.$count(jobWorkers, isAlive),
    ]);
    if (alive > 0) return "ok";
    return expected || registered > 0 ? "failed" : "not needed";
  });
}
