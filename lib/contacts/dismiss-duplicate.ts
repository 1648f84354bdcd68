import { and, eq, isNull } from "drizzle-orm";
import { duplicateCandidates } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";

/**
 * Says that a suspected pair, which the caller was found to be allowed to read, are two people: it is
 * not suspected again.
 * @throws NotFound when there is no such pair, or somebody was faster.
 */
export function dismissDuplicate(context: Context, { pairId: id }: { pairId: string }): Promise<void> {
  return change(context, async (transaction) => {
    const [pair] = await transaction
      .update(duplicateCandidates)
      .set({ dismissedAt: context.now, updatedAt: context.now })
      .where(
        and(
          eq(duplicateCandidates.locationId, context.location.id),
          eq(duplicateCandidates.id, id),
          isNull(duplicateCandidates.dismissedAt),
        ),
      )
      .returning({ contactId: duplicateCandidates.contactId });
    if (!pair) throw new NotFound("duplicate");
    const subject = { type: "duplicate", id };
    const states = { before: { dismissedAt: null }, after: { dismissedAt: context.now } };
    return {
      result: undefined,
      events: [{ type: "duplicate.dismissed", subject, contactId: pair.contactId, ...states }],
    };
  });
}
