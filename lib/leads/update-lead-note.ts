import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { together } from "@/lib/data/doors";
import type { Note } from "@/lib/notes/model";
import { updateNote, type UpdateNote } from "@/lib/notes/update-note";
import { getLead } from "./get-lead";
import type { LeadReference } from "./model";

/**
 * Changes a note of a lead, or one about its contact alone.
 * @throws NotFound when there is no such note on a lead that the caller may read; and as updateNote.
 */
export function updateLeadNote(
  context: Context,
  { lead: reference, ...update }: UpdateNote & { lead: LeadReference },
): Promise<Note> {
  return together(context, async (inside) => {
    const lead = await getLead(inside, reference);
    const note = await updateNote(inside, update);
    const isOfContact = note.opportunityId === null && note.contactId === lead.contact.id;
    if (note.opportunityId !== lead.id && !isOfContact) throw new NotFound("note");
    return note;
  });
}
