import { and, type SQL } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { deletedLeads } from "./readable";

/**
 * The error for a lead that the caller can not read, named by the condition `isIt`: rule
 * `lead_deleted` when they could until it was deleted, `lead_not_found` otherwise.
 */
export async function missingLead(transaction: ReadTransaction, context: Context, isIt: SQL): Promise<NotFound> {
  const [deleted] = await transaction
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(and(deletedLeads(context), isIt));
  return deleted ? new NotFound("lead", "This lead was deleted.", "lead_deleted") : new NotFound("lead");
}
