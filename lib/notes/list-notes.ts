import { and, asc, inArray, isNull, or, type SQL } from "drizzle-orm";
import { notes } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { livingNotes, noteOf, selectNotes } from "./internal/select-notes";
import type { Note } from "./model";

/** Leads and their contacts. */
type Of = { leadIds: string[]; contactIds: string[] };

/** That a note is of one of the leads: about it, or about its contact and no lead in particular. */
export const isOfLeads = ({ leadIds, contactIds }: Of): SQL | undefined =>
  or(inArray(notes.opportunityId, leadIds), and(isNull(notes.opportunityId), inArray(notes.contactId, contactIds)));

/** The notes of leads that the caller was found to be allowed to read; the oldest first. */
export function listNotes(context: Context, of: Of): Promise<Note[]> {
  return read(context, async (transaction) => {
    const rows = await selectNotes(transaction)
      .where(and(livingNotes(context), isOfLeads(of)))
      .orderBy(asc(notes.id));
    return rows.map(noteOf);
  });
}
