import { and, eq } from "drizzle-orm";
import { notes } from "@/db/schema/activity";
import { type Context, userIdOf } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import type { NewEvent } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import { findMentioned, tellMentioned } from "./internal/mentions";
import { livingNotes, noteOf, selectNotes } from "./internal/select-notes";
import type { Note } from "./model";

export type CreateNote = {
  contactId: string;
  /** The lead it is about, one of the contact's. */
  opportunityId?: string | null;
  body: string;
  /** Ids of users it names: those who are none of the location's members are left out. */
  mentions?: string[];
};

/**
 * Writes a note about a contact and one of its leads, which the caller was found to be allowed to
 * read. Its author is the user who calls; a location's key leaves its name.
 */
export function createNote(context: Context, input: CreateNote): Promise<Note> {
  const { contactId, opportunityId = null, body, mentions = [] } = input;
  return change(context, async (transaction) => {
    const id = newId();
    const createdById = userIdOf(context);
    const authorName = createdById === null ? context.actor.name : null;
    const mentionedIds = await findMentioned(transaction, context, mentions);
    const about = { contactId, opportunityId };
    await transaction
      .insert(notes)
      .values({ locationId: context.location.id, id, ...about, body, createdById, authorName, mentionedIds });
    const [row] = await selectNotes(transaction).where(and(livingNotes(context), eq(notes.id, id)));
    if (!row) throw new Error("A note that was just made is not there.");
    const subject = { type: "note", id };
    const created: NewEvent = { type: "note.created", subject, ...about, after: { body } };
    return { result: noteOf(row), events: [created, ...tellMentioned(context, { subject, ...about }, mentionedIds)] };
  });
}
