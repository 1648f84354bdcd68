import { valuesInEvent } from "@/lib/custom-fields/lead-values";
import type { NewEvent } from "@/lib/events/catalogue";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import type { Decision } from "./decide";
import type { References } from "./references";

/** What is said of a row's work: the same facts as of the same work done by hand. */
export function eventsOf(decision: Decision, references: References): NewEvent[] {
  const { person, lead, row, madePerson, madeLead, changes, note } = decision;
  const events: NewEvent[] = [];
  const contact = { subject: { type: "contact", id: person.id }, contactId: person.id };
  if (madePerson) {
    const { source } = person.fields;
    events.push({
      type: "contact.created",
      ...contact,
      after: withoutUndefined({ ...(source && { source }), ...row.contact }),
    });
  } else if (changes.parts.contact) events.push({ type: "contact.updated", ...contact, ...changes.parts.contact });
  if (!lead) return events;
  const about = { subject: { type: "lead", id: lead.id }, contactId: person.id, opportunityId: lead.id };
  if (madeLead) events.push({ type: "lead.created", ...about, after: newLeadInEvent(decision, references) });
  else events.push(...leadEvents(decision, about, references));
  if (changes.parts.tags) events.push({ type: "lead.tagged", ...about, ...tagsInEvent(changes.parts.tags) });
  if (note)
    events.push({ ...about, type: "note.created", subject: { type: "note", id: note.id }, after: { body: note.body } });
  return events;
}

function newLeadInEvent({ lead }: Decision, references: References): Record<string, unknown> {
  if (!lead) return {};
  const { name, stageId, source, valueMinor, ownerId } = lead.fields;
  const stage = references.stages.find(({ id }) => id === stageId);
  return { name, stage: stage?.key, source, valueMinor, ownerId };
}

type About = Pick<NewEvent, "subject" | "contactId" | "opportunityId">;

function leadEvents({ changes }: Decision, about: About, references: References): NewEvent[] {
  const { lead, custom } = changes.parts;
  const { stageId: stageBefore, ...before } = lead?.before ?? {};
  const { stageId: stageAfter, ...after } = lead?.after ?? {};
  const events: NewEvent[] = [];
  if (stageAfter !== undefined) {
    const stage = references.stages.find(({ id }) => id === stageAfter);
    const former = references.stages.find(({ id }) => id === stageBefore);
    events.push({
      type: "lead.stage_changed",
      ...about,
      before: { stage: former?.key, stageId: stageBefore },
      after: { stage: stage?.key, stageId: stageAfter, stageName: stage?.name },
    });
  }
  Object.assign(before, valuesInEvent(Object.entries(custom?.before ?? {})));
  Object.assign(after, valuesInEvent(Object.entries(custom?.after ?? {})));
  if (Object.keys(after).length > 0) events.push({ type: "lead.updated", ...about, before, after });
  return events;
}

const tagsInEvent = ({ before, after }: { before: Record<string, unknown>; after: Record<string, unknown> }) => ({
  before: { tags: before.tags },
  after: { tags: after.tags },
});
