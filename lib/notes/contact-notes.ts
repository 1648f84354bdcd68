import { and, asc, eq } from "drizzle-orm";
import { notes } from "@/db/schema/activity";
import { type Context, userIdOf } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { requireContact } from "@/lib/contacts/get-contact";
import { change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { livingNotes, noteOf, selectNotes } from "./internal/select-notes";
import type { Note } from "./model";

type OfContact = { contactId: string; noteId: string };

const isIt = (context: Context, { contactId, noteId }: OfContact) =>
  and(livingNotes(context), eq(notes.contactId, contactId), eq(notes.id, noteId));

/** Everything written down about a contact, its leads' notes too; the last first. @throws NotFound for the contact. */
export function listContactNotes(context: Context, contactId: string): Promise<Note[]> {
  return read(context, async (transaction) => {
    await requireContact(transaction, context, contactId);
    const rows = await selectNotes(transaction)
      .where(and(livingNotes(context), eq(notes.contactId, contactId)))
      .orderBy(asc(notes.id));
    return rows.map(noteOf).toReversed();
  });
}

/** One note of a contact. @throws NotFound. */
export function getContactNote(context: Context, of: OfContact): Promise<Note> {
  return read(context, async (transaction) => {
    await requireContact(transaction, context, of.contactId);
    const [row] = await selectNotes(transaction).where(isIt(context, of));
    if (!row) throw new NotFound("note");
    return noteOf(row);
  });
}

/**
 * Writes a note about a contact, by the user who is named; else by the caller.
 * @throws NotFound for the contact; Invalid at `authorId` for nobody of the location.
 */
export function createContactNote(
  context: Context,
  { contactId, body, authorId }: { contactId: string; body: string; authorId?: string | null },
): Promise<Note> {
  return change(context, async (transaction) => {
    await requireContact(transaction, context, contactId);
    const id = newId();
    const createdById = authorId || userIdOf(context);
    const authorName = createdById === null ? context.actor.name : null;
    const { id: locationId } = context.location;
    await transaction.insert(notes).values({ locationId, id, contactId, body, createdById, authorName });
    const [row] = await selectNotes(transaction).where(isIt(context, { contactId, noteId: id }));
    if (!row) throw new Error("A note that was just made is not there.");
    const subject = { type: "note", id };
    return { result: noteOf(row), events: [{ type: "note.created", subject, contactId, after: { body } }] };
  });
}

/**
 * Changes the text of a contact's note, and who wrote it where that is said.
 * @throws NotFound; Invalid at `authorId` for nobody of the location.
 */
export function updateContactNote(
  context: Context,
  { body, authorId, ...of }: OfContact & { body: string; authorId?: string | null },
): Promise<Note> {
  return change(context, async (transaction) => {
    await requireContact(transaction, context, of.contactId);
    const it = isIt(context, of);
    const [before] = await transaction.select().from(notes).where(it).for("update");
    if (!before) throw new NotFound("note");
    await transaction
      .update(notes)
      .set({ body, ...(authorId && { createdById: authorId, authorName: null }), updatedAt: context.now })
      .where(it);
    const [row] = await selectNotes(transaction).where(it);
    if (!row) throw new Error("A note that was just changed is not there.");
    const { contactId, opportunityId } = before;
    const about = { subject: { type: "note", id: of.noteId }, contactId, opportunityId };
    return {
      result: noteOf(row),
      events: [{ type: "note.updated", ...about, before: { body: before.body }, after: { body } }],
    };
  });
}

/** Deletes a note of a contact. It can be restored for 30 days. @throws NotFound. */
export function deleteContactNote(context: Context, of: OfContact): Promise<void> {
  return change(context, async (transaction) => {
    await requireContact(transaction, context, of.contactId);
    const [deleted] = await transaction
      .update(notes)
      .set({ deletedAt: context.now })
      .where(isIt(context, of))
      .returning({ body: notes.body, opportunityId: notes.opportunityId });
    if (!deleted) throw new NotFound("note");
    const about = { subject: { type: "note", id: of.noteId }, contactId: of.contactId };
    const { body, opportunityId } = deleted;
    return { result: undefined, events: [{ type: "note.deleted", ...about, opportunityId, before: { body } }] };
  });
}
