import { and, eq } from "drizzle-orm";
import { duplicateCandidates } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { isContactInSight } from "@/lib/contacts/contacts-in-sight";
import { dismissDuplicate } from "@/lib/contacts/dismiss-duplicate";
import { together } from "@/lib/data/doors";

/** Says that two contacts are two people. @throws NotFound for a pair that the caller may not read both of. */
export function dismissPair(context: Context, { pairId }: { pairId: string }): Promise<void> {
  return together(context, async (inside) => {
    const [pair] = await inside.transaction
      .select({ id: duplicateCandidates.id })
      .from(duplicateCandidates)
      .where(
        and(
          eq(duplicateCandidates.locationId, context.location.id),
          eq(duplicateCandidates.id, pairId),
          isContactInSight(context, duplicateCandidates.contactId),
          isContactInSight(context, duplicateCandidates.otherContactId),
        ),
      );
    if (!pair) throw new NotFound("duplicate");
    await dismissDuplicate(inside, { pairId });
  });
}
