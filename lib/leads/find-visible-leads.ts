import { and, inArray } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { livingAndDeletedLeads } from "./internal/readable";

/** Those of the leads that the caller may read, or could until they were deleted. */
export async function findVisibleLeads(
  transaction: ReadTransaction,
  context: Context,
  leadIds: string[],
): Promise<Set<string>> {
  if (leadIds.length === 0) return new Set();
  const rows = await transaction
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(and(inArray(opportunities.id, leadIds), livingAndDeletedLeads(context)));
  return new Set(rows.map(({ id }) => id));
}
