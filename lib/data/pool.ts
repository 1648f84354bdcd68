import { Pool, type PoolClient, types } from "pg";
import { socketOf } from "@/db/client-socket";
import { Unavailable } from "@/lib/access/errors";
import { environment } from "@/lib/config/environment";
import { processWide } from "@/lib/kit/process-wide";

// int8: counts and money in minor units are far below 2^53 here.
types.setTypeParser(types.builtins.INT8, Number);

const finishMilliseconds = 5000;

type Holder = { connectionString: string | undefined; pool: Pool | undefined; connected: Set<PoolClient> };
const holder = (): Holder =>
  processWide<Holder>("data.pool", () => ({
    connectionString: environment.DATABASE_URL,
    pool: undefined,
    connected: new Set(),
  }));

/** Points this process at a database, closing what it had open: at start, and between test files. */
export async function useDatabase(connectionString: string): Promise<void> {
  await closePool();
  holder().connectionString = connectionString;
}

/** The connection string in use. @throws Unavailable before one is known. */
export function databaseUrl(): string {
  const { connectionString } = holder();
  if (!connectionString) throw new Unavailable("No database is set. Start with `npm start`, or set DATABASE_URL.");
  return connectionString;
}

/** The connection string past the pooler, for what needs one connection to itself. @throws Unavailable. */
export const directUrl = (): string => environment.DATABASE_DIRECT_URL ?? databaseUrl();

/** The process's one pool of connections. Only the doors and the scripts use it. */
export function pool(): Pool {
  const held = holder();
  if (!held.pool) {
    held.pool = new Pool({
      connectionString: databaseUrl(),
      max: environment.DATABASE_POOL_SIZE,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 10_000,
      application_name: "leadwright",
      // Statements go out without waiting for the one before: opening a transaction costs no round trip.
      pipeline: true,
    });
    // A server that restarts closes idle connections: the next query opens a new one.
    held.pool.on("error", () => {});
    // One that is lost at work fails its statements; without a listener it would end the process as well.
    const { connected } = held;
    held.pool.on("connect", (client) => connected.add(client.on("error", () => {})));
    held.pool.on("remove", (client) => connected.delete(client));
  }
  return held.pool;
}

/** A pool for the job queue, which keeps one connection to listen on. Who opens it closes it. */
export function openQueuePool(size: number): Pool {
  const opened = new Pool({ connectionString: directUrl(), max: size, application_name: "leadwright jobs" });
  opened.on("error", () => {});
  opened.on("connect", (client) => client.on("error", () => {}));
  return opened;
}

/** Closes every connection of this process. Statements under way get 5 s, whatever the database does. */
export async function closePool(): Promise<void> {
  const held = holder();
  const { pool: open, connected } = held;
  held.pool = undefined;
  held.connected = new Set();
  if (!open) return;
  const cut = Promise.withResolvers<void>();
  const late = setTimeout(() => {
    for (const client of connected) socketOf(client)?.destroy();
    cut.resolve();
  }, finishMilliseconds);
  await Promise.race([open.end(), cut.promise]);
  clearTimeout(late);
}
