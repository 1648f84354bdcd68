import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { endClient } from "@/db/client-socket";
import { errorCode } from "@/lib/kit/setup-error";
import { serverAccount } from "./account";
import { connectionStringOf } from "./address";
import { findBinaries } from "./binaries";
import { ensureCluster } from "./cluster";
import { runningServer, stopServer } from "./server";

/** A running embedded server, held by this process. */
export type Embedded = {
  /** Of the database `leadwright`, as its superuser. */
  connectionString: string;
  /** Lets go of the server; it stops when no other process holds it. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** False gives up safety after a power cut for speed: for tests. Default true. */
  durable?: boolean;
  /** PostgreSQL settings for a server that is started now. */
  settings?: Record<string, string>;
  /** Told when the server was lost and could not be brought back. */
  onLost?: (error: Error) => void;
};

const database = "leadwright";
/** The advisory lock that every process using the server shares; whoever gets it alone is the last. */
const holdersLock = 7_501_001;
/** Recovery reads what was written since the last checkpoint: seconds, after a large import more. */
const patienceMilliseconds = 60_000;
const pauseMilliseconds = 50;
const undurable = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * Starts the PostgreSQL server that comes with Leadwright on the data in `dataFolder`, making the
 * data on the first start, or joins the server that runs on it already. When the server is lost
 * while held (killed, say), it is started again.
 *
 * @throws {SetupError} with what to do, when it can not be started.
 */
export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const { durable = true, settings = {}, onLost = () => {} } = options;
  const account = serverAccount();
  const binaries = findBinaries(account);
  ensureCluster(dataFolder, binaries, account, durable);

  let stopping = false;
  const start = async () => {
    const server = await runningServer(dataFolder, binaries, account, { ...(durable ? {} : undurable), ...settings });
    const holder = await hold(connectionStringOf(dataFolder, server, "postgres"));
    holder.once("end", () => {
      if (stopping) return;
      current = retry(start);
      current.catch(onLost);
    });
    return { server, holder };
  };
  let current = retry(start);
  const { server, holder } = await current;
  await createDatabase(holder);

  return {
    connectionString: connectionStringOf(dataFolder, server, database),
    async stop() {
      if (stopping) return;
      stopping = true;
      const last = await current.catch(() => null);
      if (last && (await isLast(last.holder))) await stopServer(dataFolder, binaries, last.server);
      if (last) await endClient(last.holder);
    },
  };
}

/** A connection that tells the other processes we are here. It goes with our process, however that ends. */
async function hold(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, application_name: "leadwright holder" });
  client.on("error", () => {});
  await client.connect();
  await client.query("select pg_advisory_lock_shared($1)", [holdersLock]);
  return client;
}

async function isLast(holder: Client): Promise<boolean> {
  try {
    await holder.query("select pg_advisory_unlock_shared($1)", [holdersLock]);
    const { rows } = await holder.query<{ alone: boolean }>("select pg_try_advisory_lock($1) as alone", [holdersLock]);
    return rows[0]?.alone === true;
  } catch {
    return false;
  }
}

/** Waits for a server on its way down, by the process that held it last, or up, after one of its processes died. */
async function retry<Result>(work: () => Promise<Result>): Promise<Result> {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || Date.now() > deadline) throw error;
      await wait(pauseMilliseconds);
    }
  }
}

function isPassing(error: unknown): boolean {
  const code = errorCode(error);
  return code === undefined
    ? error instanceof Error && /Connection terminated/.test(error.message)
    : /^(57P0[1-3]|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test(code);
}

async function createDatabase(holder: Client): Promise<void> {
  const { rowCount } = await holder.query("select from pg_database where datname = $1", [database]);
  if (rowCount) return;
  try {
    await holder.query(`create database ${database}`);
  } catch (error) {
    if (errorCode(error) !== "42P04" && errorCode(error) !== "23505") throw error;
  }
}
