import { attachments, calls, customFields, notes, tasks } from "@/db/schema/activity";
import { appointments } from "@/db/schema/calendars";
import { businesses, contacts, duplicateCandidates, tags } from "@/db/schema/contacts";
import { opportunities, pipelines } from "@/db/schema/opportunities";
import { Conflict } from "@/lib/access/errors";
import { contactRow, followers } from "./contact-parts";
import { assignment, custom, steps } from "./lead-parts";
import { mergedInto } from "./merged-part";
import { contactTags, type Part, type RecordTable, rowOf, type Subject, unmindedOfPlace, wholePlace } from "./parts";
import { stagesOfPipeline } from "./pipeline-part";

/** A kind of record: its table, and where its fields are kept, its own row last. */
type Kind = { table: RecordTable; parts: Part[] };

const kinds: Record<string, Kind> = {
  lead: {
    table: opportunities,
    parts: [
      mergedInto("lead"),
      assignment,
      custom("opportunityId"),
      contactTags,
      rowOf(opportunities, wholePlace, unmindedOfPlace),
    ],
  },
  contact: { table: contacts, parts: [mergedInto("contact"), custom("contactId"), followers, contactRow] },
  business: { table: businesses, parts: [rowOf(businesses)] },
  note: { table: notes, parts: [rowOf(notes)] },
  task: { table: tasks, parts: [steps, rowOf(tasks)] },
  call: { table: calls, parts: [rowOf(calls)] },
  duplicate: { table: duplicateCandidates, parts: [rowOf(duplicateCandidates)] },
  appointment: { table: appointments, parts: [rowOf(appointments)] },
  attachment: { table: attachments, parts: [rowOf(attachments)] },
  custom_field: { table: customFields, parts: [rowOf(customFields)] },
  tag: { table: tags, parts: [rowOf(tags)] },
  pipeline: { table: pipelines, parts: [stagesOfPipeline, rowOf(pipelines)] },
};

/** The kind of record that an event is about. @throws Conflict for one of which nothing can be undone. */
export function recordOf({ type }: Pick<Subject, "type">): Kind {
  const kind = kinds[type];
  if (!kind) throw new Conflict("not_undoable", "This can not be undone.");
  return kind;
}
