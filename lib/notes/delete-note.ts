import { and } from "drizzle-orm";
import { notes } from "@/db/schema/activity";
import { type Context, isAdministrator, userIdOf } from "@/lib/access/context";
import { Forbidden, NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { isNote, livingNotes, noteOf, selectNotes } from "./internal/select-notes";
import type { Note, NoteReference } from "./model";

export type DeleteNote = {
  note: NoteReference;
  /** Whether only who wrote it, or an administrator of the location, may do it. */
  onlyAuthor?: boolean;
};

/**
 * Deletes a note that the caller was found to be allowed to read. It can be restored for 30 days.
 * @throws NotFound; Forbidden (rule `not_author`) with `onlyAuthor`.
 */
export function deleteNote(context: Context, { note: reference, onlyAuthor }: DeleteNote): Promise<Note> {
  return change(context, async (transaction) => {
    const mine = and(livingNotes(context), isNote(reference));
    const [row] = await selectNotes(transaction).where(mine);
    if (!row) throw new NotFound("note");
    const note = noteOf(row);
    if (onlyAuthor && !isAdministrator(context) && note.createdBy?.id !== userIdOf(context)) {
      throw new Forbidden("not_author", "Only who wrote this note, or an administrator, may delete it.");
    }
    const deleted = await transaction
      .update(notes)
      .set({ deletedAt: context.now })
      .where(mine)
      .returning({ id: notes.id });
    // Somebody else was faster.
    if (deleted.length === 0) throw new NotFound("note");
    const { id, contactId, body } = note;
    const about = { subject: { type: "note", id }, contactId, opportunityId: note.opportunityId };
    return { result: note, events: [{ type: "note.deleted", ...about, before: { body } }] };
  });
}
