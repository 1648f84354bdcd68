import { and, eq, isNull, or, sql } from "drizzle-orm";
import { contacts, duplicateCandidates } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";

/** How many other contacts may be the person that this contact is, and nobody has said that they are not. */
export async function countDuplicates(
  transaction: ReadTransaction,
  { location }: Context,
  contactId: string,
): Promise<number> {
  const other = sql`case when ${duplicateCandidates.contactId} = ${contactId} then ${duplicateCandidates.otherContactId} else ${duplicateCandidates.contactId} end`;
  const pairs = await transaction
    .select({ id: duplicateCandidates.id })
    .from(duplicateCandidates)
    .innerJoin(contacts, and(eq(contacts.locationId, duplicateCandidates.locationId), sql`${contacts.id} = ${other}`))
    .where(
      and(
        eq(duplicateCandidates.locationId, location.id),
        or(eq(duplicateCandidates.contactId, contactId), eq(duplicateCandidates.otherContactId, contactId)),
        isNull(duplicateCandidates.dismissedAt),
        isNull(contacts.deletedAt),
      ),
    );
  return pairs.length;
}
