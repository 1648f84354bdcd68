import { and, asc, eq } from "drizzle-orm";
import { notes } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { livingNotes, noteOf, selectNotes } from "./internal/select-notes";
import type { Note } from "./model";

/** The notes of a contact, or of one of its leads, which the caller was found to be allowed to read; the oldest first. */
export function listNotes(context: Context, of: { opportunityId: string } | { contactId: string }): Promise<Note[]> {
  const owner = "opportunityId" in of ? eq(notes.opportunityId, of.opportunityId) : eq(notes.contactId, of.contactId);
  return read(context, async (transaction) => {
    const rows = await selectNotes(transaction)
      .where(and(livingNotes(context), owner))
      .orderBy(asc(notes.id));
    return rows.map(noteOf);
  });
}
