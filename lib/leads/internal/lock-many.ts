import { and, asc, inArray } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import { deletedLeads, readableLeads } from "./readable";

/** Those of the leads that the caller may read (with `deleted`: in the bin), held until the transaction ends. */
export function lockMany(
  transaction: Transaction,
  context: Context,
  ids: readonly string[],
  { deleted = false }: { deleted?: boolean } = {},
) {
  return (
    transaction
      .select({
        id: opportunities.id,
        contactId: opportunities.contactId,
        name: opportunities.name,
        ownerId: opportunities.ownerId,
        ownerReference: opportunities.ownerReference,
        mergedIntoId: opportunities.mergedIntoId,
      })
      .from(opportunities)
      .where(and(deleted ? deletedLeads(context) : readableLeads(context), inArray(opportunities.id, [...ids])))
      // In one order, so that two changes of the same leads do not wait for each other.
      .orderBy(asc(opportunities.id))
      .for("update")
  );
}
