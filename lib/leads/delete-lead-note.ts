import { and, eq, isNull, or } from "drizzle-orm";
import { notes } from "@/db/schema/activity";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { together } from "@/lib/data/doors";
import { deleteNote } from "@/lib/notes/delete-note";
import type { Note, NoteReference } from "@/lib/notes/model";
import { isLead } from "./get-lead";
import { readableLeads } from "./internal/readable";
import type { LeadReference } from "./model";

export type DeleteLeadNote = {
  note: NoteReference;
  /** The lead it has to be about; any that the caller may read without it. */
  lead?: LeadReference;
  /** Whether only who wrote it, or an administrator of the location, may do it. */
  onlyAuthor?: boolean;
};

/**
 * Deletes a note of a lead, or one about its contact alone.
 * @throws NotFound when there is no such note on a lead that the caller may read; Forbidden (rule
 * `not_author`) with `onlyAuthor`.
 */
export function deleteLeadNote(context: Context, { note, lead, onlyAuthor }: DeleteLeadNote): Promise<Note> {
  return together(context, async (inside) => {
    const [found] = await inside.transaction
      .select({ id: notes.id })
      .from(notes)
      .innerJoin(
        opportunities,
        and(
          eq(opportunities.locationId, notes.locationId),
          or(
            eq(opportunities.id, notes.opportunityId),
            and(isNull(notes.opportunityId), eq(opportunities.contactId, notes.contactId)),
          ),
        ),
      )
      .where(
        and(
          eq(notes.locationId, context.location.id),
          "id" in note ? eq(notes.id, note.id) : eq(notes.number, note.number),
          isNull(notes.deletedAt),
          readableLeads(context),
          lead && isLead(lead),
        ),
      )
      .limit(1);
    if (!found) throw new NotFound("note");
    return deleteNote(inside, { note: found, onlyAuthor });
  });
}
