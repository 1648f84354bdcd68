import { startEmbedded } from "@/db/embedded/start";
import { migrate } from "@/db/migrate";
import { environment } from "@/lib/config/environment";
import { stopListening } from "@/lib/data/announcements";
import { closePool, useDatabase } from "@/lib/data/pool";

/** The database this installation works on. */
export type Database = {
  connectionString: string;
  /** Past the pooler where there is one: for what needs a connection to itself. */
  directConnectionString: string;
  /** Closes our connections, and stops the embedded server when nobody else uses it. */
  close(): Promise<void>;
};

/**
 * Opens the database: DATABASE_URL, else the embedded server in the data folder, which is started
 * when it does not run. The doors of lib/data work on it from then on.
 *
 * @param onLost is told when the embedded server is lost for good.
 * @throws {SetupError} when it can not be started.
 */
export async function openDatabase(onLost?: (error: Error) => void): Promise<Database> {
  const { DATABASE_URL, DATABASE_DIRECT_URL, DATA_DIR } = environment;
  const embedded = DATABASE_URL ? null : await startEmbedded(DATA_DIR, { onLost });
  const connectionString = embedded?.connectionString ?? DATABASE_URL ?? "";
  await useDatabase(connectionString);
  return {
    connectionString,
    directConnectionString: embedded?.connectionString ?? DATABASE_DIRECT_URL ?? connectionString,
    async close() {
      await stopListening();
      await closePool();
      await embedded?.stop();
    },
  };
}

/**
 * Runs `work` on the database, for a command that comes and goes. Ctrl-C and SIGTERM leave no server
 * behind.
 *
 * @throws {SetupError} for a database that can not be opened, and what `work` throws.
 */
export async function withDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase();
  const interrupted = (signal: NodeJS.Signals) => {
    void database.close().finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    return await work(database);
  } finally {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    await database.close();
  }
}

/**
 * Runs `work` on the database, brought up to date first.
 *
 * @throws {SetupError} as `withDatabase`, and for a migration that fails.
 */
export function withMigratedDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  return withDatabase(async (database) => {
    await migrate(database.directConnectionString);
    return work(database);
  });
}
