import { sql } from "drizzle-orm";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";

/** A job that failed as often as it may be tried. */
export type DeadJob = { id: number; name: string; attempts: number; lastError: string; failedAt: Date };

/** The location's jobs that were given up, at most `limit`, the last first. */
export function listDeadJobs(context: Context, limit = 100): Promise<DeadJob[]> {
  return read(context, async (transaction) => {
    const { rows } = await transaction.execute<{
      id: number;
      task: string;
      attempts: number;
      last_error: string | null;
      failed_at: string;
    }>(sql`select id, task, attempts, last_error, failed_at from dead_jobs(${context.location.id}, ${limit})`);
    return rows.map((row) => ({
      id: row.id,
      name: row.task,
      attempts: row.attempts,
      lastError: row.last_error ?? "The worker ended while it ran.",
      failedAt: new Date(row.failed_at),
    }));
  });
}
