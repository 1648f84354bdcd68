import { calls } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { difference } from "@/lib/events/catalogue";
import { refuseOverwriting } from "@/lib/events/refuse-overwriting";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import { takeOwnCall } from "./internal/take-own-call";
import { refuseFuture } from "./log-call";
import type { CallDetails } from "./model";

export type UpdateCall = {
  id: string;
  opportunityId: string;
  changes: Partial<CallDetails>;
  /** What the caller takes it to be now, where they want to hear of others' changes. */
  known?: Partial<CallDetails> | undefined;
};

/**
 * Changes what was written down of a call of a lead that the caller was found to be allowed to read:
 * their own, or an administrator any. What `changes` leaves out stays.
 * @throws NotFound; Forbidden (rule `not_author`); Invalid at `calledAt` (rule `in_future`); ChangedSince
 * where it is something else than is known.
 */
export function updateCall(context: Context, { id, opportunityId, changes, known = {} }: UpdateCall): Promise<void> {
  return change(context, async (transaction) => {
    const { call, isIt } = await takeOwnCall(transaction, context, { id, opportunityId, verb: "change" });
    if (changes.calledAt) refuseFuture(context, changes.calledAt);
    const { direction, outcome, calledAt, durationSeconds, body } = changes;
    const columns = withoutUndefined({ direction, outcome, calledAt, durationSeconds, body });
    const { contactId } = call;
    const about = { opportunityId, contactId, subjectId: id };
    await refuseOverwriting(transaction, context, { about, present: call, wanted: columns, known });
    const changed = difference<Record<string, unknown>>(call, columns);
    if (Object.keys(changed.after).length === 0) return { result: undefined, unchanged: true };
    await transaction
      .update(calls)
      .set({ ...columns, updatedAt: context.now })
      .where(isIt);
    return {
      result: undefined,
      events: [{ type: "call.updated", subject: { type: "call", id }, contactId, opportunityId, ...changed }],
    };
  });
}
