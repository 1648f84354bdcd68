import { sql } from "drizzle-orm";
import type { Transaction } from "./transaction";

/**
 * Waits until nobody else is at what goes by this name, which no constraint guards, and lets nobody be at it
 * until the transaction ends. A query that leaves after this one sees what the others did.
 */
export const waitForOthers = (transaction: Transaction, name: string): Promise<unknown> =>
  transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
