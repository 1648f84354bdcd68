import { sql } from "drizzle-orm";
import type { Transaction } from "@/lib/data/transaction";
import { jobKinds, type JobName, type JobPayload } from "./catalogue";

/** `key`: a job of this name, location and key that has not started yet is replaced. `runAt`: not before. */
export type JobOptions = { key?: string; runAt?: Date };

/**
 * Adds a job in the transaction of what it is about: it runs when that has committed, and never when
 * it has not. A tenant's transaction adds jobs of its own location only.
 */
export async function queueJob<Name extends JobName>(
  transaction: Transaction,
  name: Name,
  payload: JobPayload<Name>,
  { key, runAt }: JobOptions = {},
): Promise<void> {
  await transaction.execute(
    sql`select enqueue_job(${name}, ${JSON.stringify(payload)}::json, ${key ?? null}, ${runAt?.toISOString() ?? null}::timestamptz, ${jobKinds[name].attempts})`,
  );
}
