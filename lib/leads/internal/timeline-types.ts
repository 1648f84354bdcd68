import type { EventType } from "@/lib/events/catalogue";
import type { TimelineKind } from "@/lib/leads/model";

/** What a timeline can be narrowed to, and the events of each kind. Those that no kind names are changes. */
export const typesOfKind: Record<Exclude<TimelineKind, "changes">, readonly EventType[]> = {
  notes: ["note.created"],
  calls: ["call.logged"],
  tasks: ["task.created", "task.completed"],
  appointments: ["appointment.created", "appointment.updated", "appointment.deleted"],
  mail: ["mail.queued", "mail.failed", "mail.withdrawn"],
  files: ["attachment.created", "attachment.deleted"],
  stages: [
    "lead.created",
    "lead.cloned",
    "lead.stage_changed",
    "lead.status_changed",
    "lead.converted",
    "lead.unconverted",
  ],
};

/** What a person sees in the record itself, or by the event beside it. */
export const quietTypes: readonly EventType[] = [
  "contact.created",
  "business.created",
  "client.created",
  "client.deleted",
  "lead.reordered",
  "note.updated",
  "note.deleted",
  "note.restored",
  "note.mentioned",
  "task.due",
  "call.updated",
  "call.deleted",
  "call.restored",
  "task.updated",
  "task.deleted",
  "task.restored",
  "appointment.restored",
  "attachment.restored",
  "duplicate.suspected",
  "duplicate.dismissed",
  "duplicate.reopened",
  "mail.sent",
];

const told = new Map<string, TimelineKind>(
  // The keys of a record are what the record is of.
  (Object.keys(typesOfKind) as (keyof typeof typesOfKind)[]).flatMap((kind) =>
    typesOfKind[kind].map((type): [string, TimelineKind] => [type, kind]),
  ),
);

/** The kind of an event. */
export const kindOf = (type: string): TimelineKind => told.get(type) ?? "changes";
