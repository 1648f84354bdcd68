import type { Context } from "@/lib/access/context";
import { together } from "@/lib/data/doors";
import { createNote } from "@/lib/notes/create-note";
import type { Note } from "@/lib/notes/model";
import { getLead } from "./get-lead";
import type { LeadReference } from "./model";
import { requireWorkOnLead } from "./ownership";

export type AddLeadNote = {
  lead: LeadReference;
  body: string;
  /** Ids of users it names. */
  mentions?: string[];
  /** Whether only who made the lead or is assigned to it, or an administrator, may do it. */
  onlyAssigned?: boolean;
};

/**
 * Writes a note about a lead.
 * @throws NotFound when there is no such lead that the caller may read; Forbidden (rule
 * `not_on_lead`) with `onlyAssigned`.
 */
export function addLeadNote(context: Context, { lead: reference, onlyAssigned, ...note }: AddLeadNote): Promise<Note> {
  return together(context, async (inside) => {
    const lead = await getLead(inside, reference);
    if (onlyAssigned) requireWorkOnLead(context, lead);
    return createNote(inside, { contactId: lead.contact.id, opportunityId: lead.id, ...note });
  });
}
