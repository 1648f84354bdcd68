import { calls } from "@/db/schema/activity";
import { type Context, userIdOf } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import type { Call, CallDetails } from "./model";

export type LogCall = CallDetails & {
  contactId: string;
  /** The lead it was about, one of the contact's. */
  opportunityId?: string | null;
};

/** Clocks differ: a call of this very moment is none of the future. */
const clockToleranceMilliseconds = 5 * 60_000;

/**
 * Writes down a call with a contact, which the caller was found to be allowed to read.
 * @throws Invalid at `calledAt` (rule `in_future`).
 */
export function logCall(context: Context, input: LogCall): Promise<Call> {
  const { contactId, opportunityId = null, direction, outcome, calledAt = context.now, durationSeconds, body } = input;
  refuseFuture(context, calledAt);
  return change(context, async (transaction) => {
    const id = newId();
    const createdById = userIdOf(context);
    const details = { direction, outcome, calledAt, durationSeconds, body };
    const [made] = await transaction
      .insert(calls)
      .values({
        locationId: context.location.id,
        id,
        contactId,
        opportunityId,
        ...details,
        createdById,
        authorName: createdById === null ? context.actor.name : null,
      })
      .returning({ number: calls.number });
    if (!made) throw new Error("A call that was just written down is not there.");
    return {
      result: { id, number: made.number, contactId, opportunityId, createdById, ...details },
      events: [{ type: "call.logged", subject: { type: "call", id }, contactId, opportunityId, after: details }],
    };
  });
}

/** @throws Invalid at `calledAt` (rule `in_future`) for a call that is still to be made. */
export function refuseFuture({ now }: Context, calledAt: Date): void {
  if (calledAt.getTime() > now.getTime() + clockToleranceMilliseconds)
    throw Invalid.field("calledAt", "in_future", "A call is written down after it was made. Choose an earlier time.");
}
