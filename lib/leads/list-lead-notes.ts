import type { Context } from "@/lib/access/context";
import { listNotes } from "@/lib/notes/list-notes";
import type { Note } from "@/lib/notes/model";
import { getLead } from "./get-lead";
import type { LeadReference } from "./model";

/** The notes of a lead and those of its contact in general, the oldest first. @throws NotFound when there is no such lead that the caller may read. */
export async function listLeadNotes(context: Context, reference: LeadReference): Promise<Note[]> {
  const lead = await getLead(context, reference);
  return listNotes(context, { leadIds: [lead.id], contactIds: [lead.contact.id] });
}
