import { sql } from "drizzle-orm";
import type { Transaction } from "@/lib/data/transaction";
import { jobKinds, type JobName, type JobPayload } from "./catalogue";

export type JobOptions = {
  /** A job of the same name, location and key that has not started yet is replaced. */
  key?: string;
  /** With a key: a job of that key, waiting or running, is left as it is, and nothing is added. */
  onlyIfAbsent?: boolean;
  /** Not before. */
  runAt?: Date;
};

/**
 * Adds a job in the transaction of what it is about: it runs when that has committed, and never when
 * it has not. A tenant's transaction adds jobs of its own location only.
 */
export async function queueJob<Name extends JobName>(
  transaction: Transaction,
  name: Name,
  payload: JobPayload<Name>,
  { key, onlyIfAbsent = false, runAt }: JobOptions = {},
): Promise<void> {
  await transaction.execute(
    sql`select enqueue_job(${name}, ${JSON.stringify(payload)}::json, ${key ?? null}, ${runAt?.toISOString() ?? null}::timestamptz,
      ${jobKinds[name].attempts}, ${onlyIfAbsent})`,
  );
}
