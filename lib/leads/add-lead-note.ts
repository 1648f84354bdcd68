import type { Context } from "@/lib/access/context";
import { together } from "@/lib/data/doors";
import { createNote } from "@/lib/notes/create-note";
import type { Note } from "@/lib/notes/model";
import { getLead } from "./get-lead";
import type { LeadReference } from "./model";

/** Writes a note about a lead. @throws NotFound when there is no such lead that the caller may read. */
export function addLeadNote(
  context: Context,
  { lead: reference, body }: { lead: LeadReference; body: string },
): Promise<Note> {
  return together(context, async (inside) => {
    const lead = await getLead(inside, reference);
    return createNote(inside, { contactId: lead.contact.id, opportunityId: lead.id, body });
  });
}
