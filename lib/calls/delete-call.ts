import { and, eq, isNull } from "drizzle-orm";
import { calls } from "@/db/schema/activity";
import { type Context, isAdministrator, userIdOf } from "@/lib/access/context";
import { Forbidden, NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";

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
    const isIt = and(
      eq(calls.locationId, context.location.id),
      eq(calls.id, id),
      eq(calls.opportunityId, opportunityId),
      isNull(calls.deletedAt),
    );
    const [call] = await transaction.select().from(calls).where(isIt).for("update");
    if (!call) throw new NotFound("call");
    if (!isAdministrator(context) && call.createdById !== userIdOf(context))
      throw new Forbidden("not_author", "Only who wrote this call down, or an administrator, may delete it.");
    await transaction.update(calls).set({ deletedAt: context.now, updatedAt: context.now }).where(isIt);
    const { contactId, direction, outcome, calledAt, durationSeconds, body } = call;
    const before = { direction, outcome, calledAt, durationSeconds, body };
    return {
      result: undefined,
      events: [{ type: "call.deleted", subject: { type: "call", id }, contactId, opportunityId, before }],
    };
  });
}
