import { and, inArray } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { readableLeads } from "./internal/readable";

/** The names of those of the leads that the caller may read, by id. */
export async function nameLeads(
  transaction: ReadTransaction,
  context: Context,
  leadIds: string[],
): Promise<Map<string, string>> {
  if (leadIds.length === 0) return new Map();
  const rows = await transaction
    .select({ id: opportunities.id, name: opportunities.name })
    .from(opportunities)
    .where(and(readableLeads(context), inArray(opportunities.id, leadIds)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
