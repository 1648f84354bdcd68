import type { Context } from "@/lib/access/context";
import { listEventsOfLead } from "@/lib/events/list-events";
import { type PastEvent, tellingEvents } from "@/lib/events/model";
import { listNotes } from "@/lib/notes/list-notes";
import type { Note } from "@/lib/notes/model";
import { getLead } from "./get-lead";
import type { Lead, LeadReference } from "./model";

/** A lead with its notes, the oldest first, and what happened to it lately, the last first. */
export type LeadDetails = { lead: Lead; notes: Note[]; activities: PastEvent[] };

const shown = 20;

/** A lead with all that its page shows. @throws NotFound when there is none that the caller may read. */
export async function getLeadDetails(context: Context, reference: LeadReference): Promise<LeadDetails> {
  const lead = await getLead(context, reference);
  const [notes, events] = await Promise.all([
    listNotes(context, { leadIds: [lead.id], contactIds: [lead.contact.id] }),
    // More than are shown: some of them tell nothing.
    listEventsOfLead(context, { opportunityId: lead.id, limit: shown * 3 }),
  ]);
  return { lead, notes, activities: tellingEvents(events).slice(0, shown) };
}
