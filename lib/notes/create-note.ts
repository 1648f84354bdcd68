import { and, eq } from "drizzle-orm";
import { notes } from "@/db/schema/activity";
import { type Context, userIdOf } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { livingNotes, noteOf, selectNotes } from "./internal/select-notes";
import type { Note } from "./model";

export type CreateNote = {
  contactId: string;
  /** The lead it is about, one of the contact's. */
  opportunityId?: string | null;
  body: string;
};

/**
 * Writes a note about a contact and one of its leads, which the caller was found to be allowed to
 * read. Its author is the user who calls; a location's key leaves its name.
 */
export function createNote(context: Context, { contactId, opportunityId = null, body }: CreateNote): Promise<Note> {
  return change(context, async (transaction) => {
    const id = newId();
    const createdById = userIdOf(context);
    const authorName = createdById === null ? context.actor.name : null;
    await transaction
      .insert(notes)
      .values({ locationId: context.location.id, id, contactId, opportunityId, body, createdById, authorName });
    const [row] = await selectNotes(transaction).where(and(livingNotes(context), eq(notes.id, id)));
    if (!row) throw new Error("A note that was just made is not there.");
    const subject = { type: "note", id };
    return {
      result: noteOf(row),
      events: [{ type: "note.created", subject, contactId, opportunityId, after: { body } }],
    };
  });
}
