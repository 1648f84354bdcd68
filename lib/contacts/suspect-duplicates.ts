import { and, eq, or, sql } from "drizzle-orm";
import { duplicateCandidates } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";

/**
 * The others that the database has marked in this transaction as possible duplicates of a contact,
 * for a person to merge or dismiss: those with its email, its phone, or its name and company. Answers
 * an event for each new pair.
 */
export async function suspectDuplicates(transaction: Transaction, context: Context, id: string): Promise<NewEvent[]> {
  const marked = await transaction
    .select()
    .from(duplicateCandidates)
    .where(
      and(
        eq(duplicateCandidates.locationId, context.location.id),
        or(eq(duplicateCandidates.contactId, id), eq(duplicateCandidates.otherContactId, id)),
        // The transaction's own moment, at which its rows are dated.
        eq(duplicateCandidates.createdAt, sql`now()`),
      ),
    );
  return marked.map((pair) => ({
    type: "duplicate.suspected",
    subject: { type: "contact", id },
    contactId: id,
    after: { otherContactId: pair.contactId === id ? pair.otherContactId : pair.contactId, reason: pair.reason },
  }));
}
