import { and, eq, or, sql } from "drizzle-orm";
import { duplicateCandidates } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { prepared } from "@/lib/data/prepared";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";

/**
 * The others that the database has marked in this transaction as possible duplicates of a contact,
 * for a person to merge or dismiss: those with its email, its phone, or its name and company. Answers
 * an event for each new pair.
 */
export async function suspectDuplicates(transaction: Transaction, context: Context, id: string): Promise<NewEvent[]> {
  const { contactId, otherContactId } = duplicateCandidates;
  const query = prepared(transaction, "suspected duplicates", (connection) =>
    connection
      .select({ contactId, otherContactId, reason: duplicateCandidates.reason })
      .from(duplicateCandidates)
      .where(
        and(
          eq(duplicateCandidates.locationId, sql.placeholder("locationId")),
          or(eq(contactId, sql.placeholder("id")), eq(otherContactId, sql.placeholder("id"))),
          // The transaction's own moment, at which its rows are dated.
          eq(duplicateCandidates.createdAt, sql`now()`),
        ),
      ),
  );
  const marked = await query.execute({ locationId: context.location.id, id });
  return marked.map((pair) => ({
    type: "duplicate.suspected",
    subject: { type: "contact", id },
    contactId: id,
    after: { otherContactId: pair.contactId === id ? pair.otherContactId : pair.contactId, reason: pair.reason },
  }));
}
