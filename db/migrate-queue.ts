import { Logger, runMigrations } from "graphile-worker";

/**
 * Brings the job queue's own schema, `graphile_worker`, up to date. After our migrations and before
 * anything adds a job: `enqueue_job` writes there.
 *
 * @throws the database's error, such as one for missing rights.
 */
export async function migrateQueue(connectionString: string): Promise<void> {
  const silent = new Logger(() => () => {});
  await runMigrations({ connectionString, maxPoolSize: 2, logger: silent, noPreparedStatements: true });
}
