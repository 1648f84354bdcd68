import { and, asc, eq, isNull } from "drizzle-orm";
import { notes } from "@/db/schema/activity";
import { type Context, userIdOf } from "@/lib/access/context";
import { change, together } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { createLead } from "./create-lead";
import type { CreateLead, Lead, LeadChanges, LeadReference } from "./model";
import { updateLead } from "./update-lead";

/** A lead with the text of its first note. */
export type LeadWithNote = { lead: Lead; note: string | null };

/** Makes a lead and its first note. @throws as createLead. */
export async function createLeadWithNote(context: Context, input: CreateLead): Promise<LeadWithNote> {
  return { lead: await createLead(context, input), note: input.note ?? null };
}

/** Changes a lead; `note` becomes the text of its first note, and undefined leaves it. @throws as updateLead. */
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
    await setFirstNote(inside, lead, first ?? null, note);
    return { lead, note };
  });
}

function setFirstNote(
  context: Context,
  lead: Lead,
  first: { id: string; body: string } | null,
  body: string | null,
): Promise<void> {
  const locationId = context.location.id;
  const about = { contactId: lead.contact.id, opportunityId: lead.id };
  return change(context, async (transaction) => {
    if (!first) {
      const id = newId();
      await transaction.insert(notes).values({
        locationId,
        id,
        ...about,
        body: body ?? "",
        createdById: userIdOf(context),
        authorName: context.actor.name,
      });
      return {
        result: undefined,
        events: [{ type: "note.created", subject: { type: "note", id }, ...about, after: { body } }],
      };
    }
    await transaction
      .update(notes)
      .set(body === null ? { deletedAt: context.now } : { body, updatedAt: context.now })
      .where(and(eq(notes.locationId, locationId), eq(notes.id, first.id)));
    const type = body === null ? "note.deleted" : "note.updated";
    return {
      result: undefined,
      events: [
        { type, subject: { type: "note", id: first.id }, ...about, before: { body: first.body }, after: { body } },
      ],
    };
  });
}
