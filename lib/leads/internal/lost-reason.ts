import { and, eq, isNull } from "drizzle-orm";
import { lostReasons } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { LeadStatus } from "@/lib/leads/model";

/** A reason why leads are lost, one that may still be chosen. @throws Invalid for any other. */
export async function findLostReason(
  transaction: ReadTransaction,
  { location }: Context,
  id: string,
): Promise<{ id: string; name: string }> {
  const [reason] = await transaction
    .select({ id: lostReasons.id, name: lostReasons.name })
    .from(lostReasons)
    .where(and(eq(lostReasons.locationId, location.id), eq(lostReasons.id, id), isNull(lostReasons.retiredAt)));
  if (!reason) throw Invalid.field("lostReasonId", "unknown", "This reason is not there any more. Choose another one.");
  return reason;
}

/** @throws Invalid where leads that are not lost are given a reason. */
export function requireLost(status: LeadStatus): void {
  if (status !== "lost")
    throw Invalid.field("lostReasonId", "not_lost", "Only what is lost has a reason. Name it with the status lost.");
}
