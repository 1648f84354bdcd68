import { sql } from "drizzle-orm";
import { asSystem } from "@/lib/data/doors";
import { log } from "@/lib/http/log";

/** The first number of every worker's advisory lock; the second is its own. */
export const workerLockClass = 7_501_003;
/** A worker whose lock is free may just be connecting again: so long its jobs stay its own. */
const graceSeconds = 5;

/**
 * Forgets workers whose process is gone and frees the jobs they were at, so that others run them.
 * The jobs a worker was at count as tried once, so that one which kills its process is given up some day.
 */
export async function releaseDeadWorkers(): Promise<void> {
  const dead = await asSystem("release dead workers", async (transaction) => {
    const { rows } = await transaction.execute<{ locked_by: string }>(sql`
      delete from job_workers worker
      where last_seen_at < now() - make_interval(secs => ${graceSeconds}) and not exists (
        select from pg_locks where locktype = 'advisory' and granted
          and database = (select oid from pg_database where datname = current_database())
          and classid = ${sql.raw(String(workerLockClass))}::oid and objid = worker.lock_number::oid
      )
      returning locked_by`);
    const names = rows.map((row) => row.locked_by);
    // As a PostgreSQL array: its elements are the queue's own names, of letters, digits and hyphens.
    if (names.length > 0) await transaction.execute(sql`select release_jobs(${`{${names.join(",")}}`}::text[])`);
    return names.length;
  });
  if (dead > 0) log.warn({ workers: dead }, "workers are gone without a word; their jobs are free again");
}
