import { and, asc, eq } from "drizzle-orm";
import { notes } from "@/db/schema/activity";
import { type Context, userIdOf } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { requireContact } from "@/lib/contacts/get-contact";
import { change, read } from "@/lib/data/doors";
import { difference } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import { livingNotes, noteOf, selectNotes } from "./internal/select-notes";
import type { Note } from "./model";

type OfContact = { contactId: string; noteId: string };

/** What a note says: undefined leaves a part alone, null clears. */
export type ContactNoteParts = {
  body: string;
  /** The user who wrote it; without one the caller did. */
  authorId?: string | null;
  title?: string | null;
  color?: string | null;
  pinned?: boolean;
};

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
  { contactId, authorId, pinned = false, ...said }: ContactNoteParts & { contactId: string },
): Promise<Note> {
  return change(context, async (transaction) => {
    await requireContact(transaction, context, contactId);
    const id = newId();
    const createdById = authorId || userIdOf(context);
    const authorName = createdById === null ? context.actor.name : null;
    const { id: locationId } = context.location;
    const pinnedAt = pinned ? context.now : null;
    await transaction.insert(notes).values({ locationId, id, contactId, ...said, pinnedAt, createdById, authorName });
    const [row] = await selectNotes(transaction).where(isIt(context, { contactId, noteId: id }));
    if (!row) throw new Error("A note that was just made is not there.");
    const subject = { type: "note", id };
    return { result: noteOf(row), events: [{ type: "note.created", subject, contactId, after: { body: said.body } }] };
  });
}

/**
 * Changes what a contact's note says, and who wrote it where that is said.
 * @throws NotFound; Invalid at `authorId` for nobody of the location.
 */
export function updateContactNote(
  context: Context,
  { contactId, noteId, authorId, pinned, ...said }: OfContact & ContactNoteParts,
): Promise<Note> {
  return change(context, async (transaction) => {
    await requireContact(transaction, context, contactId);
    const it = isIt(context, { contactId, noteId });
    const [before] = await transaction.select().from(notes).where(it).for("update");
    if (!before) throw new NotFound("note");
    const columns = withoutUndefined({
      ...said,
      ...(pinned !== undefined && { pinnedAt: pinned ? (before.pinnedAt ?? context.now) : null }),
      ...(authorId && { createdById: authorId, authorName: null }),
    });
    const changed = difference<Record<string, unknown>>(before, columns);
    const fields = Object.keys(changed.after);
    // A pin is no change of what it says.
    const updatedAt = fields.some((field) => field !== "pinnedAt") ? context.now : before.updatedAt;
    if (fields.length > 0)
      await transaction
        .update(notes)
        .set({ ...columns, updatedAt })
        .where(it);
    const [row] = await selectNotes(transaction).where(it);
    if (!row) throw new Error("A note that was just changed is not there.");
    if (fields.length === 0) return { result: noteOf(row), unchanged: true };
    const about = { subject: { type: "note", id: noteId }, contactId, opportunityId: before.opportunityId };
    return { result: noteOf(row), events: [{ type: "note.updated", ...about, ...changed }] };
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
