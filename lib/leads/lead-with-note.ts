import { and, asc, eq, isNull } from "drizzle-orm";
import { notes } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { together } from "@/lib/data/doors";
import { createNote } from "@/lib/notes/create-note";
import { deleteNote } from "@/lib/notes/delete-note";
import { updateNote } from "@/lib/notes/update-note";
import { createLead } from "./create-lead";
import type { CreateLead, Lead, LeadChanges, LeadReference } from "./model";
import { updateLead } from "./update-lead";

/** A lead with the text of its first note. */
export type LeadWithNote = { lead: Lead; note: string | null };

/** Makes a lead and its first note. @throws as createLead. */
export async function createLeadWithNote(context: Context, input: CreateLead): Promise<LeadWithNote> {
  return { lead: await createLead(context, input), note: input.note ?? null };
}

/**
 * Changes a lead; `note` becomes the text of its first note, and undefined leaves it.
 * @throws as updateLead; Forbidden (rule `not_author`) for the note of somebody else.
 */
export function updateLeadWithNote(
  context: Context,
  { lead: reference, changes, note }: { lead: LeadReference; changes: LeadChanges; note?: string | null },
): Promise<LeadWithNote> {
  return together(context, async (inside) => {
    const lead = await updateLead(inside, { lead: reference, changes });
    const [first] = await inside.transaction
      .select({ id: notes.id, body: notes.body })
      .from(notes)
      .where(and(eq(notes.locationId, context.location.id), eq(notes.opportunityId, lead.id), isNull(notes.deletedAt)))
      .orderBy(asc(notes.id))
      .limit(1);
    if (note === undefined || note === (first?.body ?? null)) return { lead, note: first?.body ?? null };
    if (!first) await createNote(inside, { contactId: lead.contact.id, opportunityId: lead.id, body: note ?? "" });
    else if (note === null) await deleteNote(inside, { note: first, onlyAuthor: true });
    else await updateNote(inside, { note: first, changes: { body: note } });
    return { lead, note };
  });
}
