import { and, eq, isNull, type SQL } from "drizzle-orm";
import { notes } from "@/db/schema/activity";
import { users } from "@/db/schema/companies";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { Note, NoteReference } from "@/lib/notes/model";

/** A query for whole notes, to be narrowed and ordered. */
export function selectNotes(transaction: ReadTransaction) {
  return transaction
    .select({
      id: notes.id,
      number: notes.number,
      title: notes.title,
      color: notes.color,
      body: notes.body,
      contactId: notes.contactId,
      opportunityId: notes.opportunityId,
      createdAt: notes.createdAt,
      updatedAt: notes.updatedAt,
      keyName: notes.authorName,
      pinnedAt: notes.pinnedAt,
      mentionedIds: notes.mentionedIds,
      createdBy: { id: users.id, number: users.number, name: users.name, username: users.username },
    })
    .from(notes)
    .leftJoin(users, eq(users.id, notes.createdById))
    .$dynamic();
}

type NoteRow = Awaited<ReturnType<typeof selectNotes>>[number];

/** The note of a row of `selectNotes`. */
export const noteOf = ({ keyName, createdBy, ...note }: NoteRow): Note => ({
  ...note,
  createdBy,
  authorName: createdBy?.name ?? keyName ?? "",
});

/** The location's notes that are not deleted. */
export const livingNotes = (context: Context): SQL | undefined =>
  and(eq(notes.locationId, context.location.id), isNull(notes.deletedAt));

/** The condition that a row is the note that `reference` names. */
export const isNote = (reference: NoteReference): SQL =>
  "id" in reference ? eq(notes.id, reference.id) : eq(notes.number, reference.number);
