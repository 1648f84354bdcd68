import { and, eq, isNull } from "drizzle-orm";
import { calls } from "@/db/schema/activity";
import { type Context, isAdministrator, userIdOf } from "@/lib/access/context";
import { Forbidden, NotFound } from "@/lib/access/errors";
import type { Transaction } from "@/lib/data/transaction";

/**
 * A call of a lead, to be changed in this transaction: the caller's own, or for an administrator any.
 * Answers the row, and the condition that finds it.
 * @throws NotFound; Forbidden (rule `not_author`), which says what the caller may not do.
 */
export async function takeOwnCall(
  transaction: Transaction,
  context: Context,
  { id, opportunityId, verb }: { id: string; opportunityId: string; verb: "change" | "delete" },
) {
  const isIt = and(
    eq(calls.locationId, context.location.id),
    eq(calls.id, id),
    eq(calls.opportunityId, opportunityId),
    isNull(calls.deletedAt),
  );
  const [call] = await transaction.select().from(calls).where(isIt).for("update");
  if (!call) throw new NotFound("call");
  if (!isAdministrator(context) && call.createdById !== userIdOf(context))
    throw new Forbidden("not_author", `Only who wrote this call down, or an administrator, may ${verb} it.`);
  return { call, isIt };
}
