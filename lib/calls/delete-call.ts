import { calls } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { takeOwnCall } from "./internal/take-own-call";

/**
 * Deletes a call of a lead that the caller was found to be allowed to read: their own, or an
 * administrator any. It can be restored for 30 days.
 * @throws NotFound; Forbidden (rule `not_author`).
 */
export function deleteCall(
  context: Context,
  { id, opportunityId }: { id: string; opportunityId: string },
): Promise<void> {
  return change(context, async (transaction) => {
    const { call, isIt } = await takeOwnCall(transaction, context, { id, opportunityId, verb: "delete" });
    await transaction.update(calls).set({ deletedAt: context.now, updatedAt: context.now }).where(isIt);
    const { contactId, direction, outcome, calledAt, durationSeconds, body } = call;
    const before = { direction, outcome, calledAt, durationSeconds, body };
    return {
      result: undefined,
      events: [{ type: "call.deleted", subject: { type: "call", id }, contactId, opportunityId, before }],
    };
  });
}
