import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { timelineKinds } from "@/lib/leads/model";
import type { LeadTimeline } from "@/lib/leads/read-lead-timeline";
import { asOf, id, isoOrNull, Named, text, time } from "./fields";

export const TimelineQuery = z.object({
  kind: z.enum(timelineKinds).optional().describe("Everything that tells a person something without it."),
  after: id.optional().describe("The `next` of the page before."),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

const Note = z.object({
  id: z.string(),
  title: text.describe("A heading, where a program gave one."),
  color: text.describe("As the program that gave it wrote it."),
  body: z.string(),
  authorName: z.string(),
  createdById: text,
  createdAt: time,
  edited: z.boolean(),
  pinned: z.boolean(),
  mentions: z.array(Named).describe("Whom it names; in the body each stands as `@` and the name."),
});

const Call = z.object({
  id: z.string(),
  direction: z.string(),
  outcome: z.string(),
  calledAt: time,
  durationSeconds: z.int().nullable(),
  body: z.string(),
  createdById: text,
});

const Entry = z.object({
  id: z.string(),
  type: z.string(),
  kind: z.enum(timelineKinds),
  occurredAt: time,
  actorName: z.string(),
  fromStage: text,
  toStage: text,
  changes: z.array(z.object({ field: z.string(), label: text, before: z.unknown(), after: z.unknown() })),
  note: Note.nullable(),
  call: Call.nullable(),
  task: z
    .object({
      id: z.string(),
      title: z.string(),
      dueAt: time.nullable(),
      completedAt: time.nullable(),
      assignedToName: text,
    })
    .nullable(),
  appointment: z
    .object({ id: z.string(), startsAt: time, endsAt: time, status: z.string(), note: z.string() })
    .nullable(),
  file: z.object({ fileName: z.string(), id: text.describe("Null once it was removed.") }).nullable(),
  mail: z.object({ id: z.string(), subject: z.string(), to: z.string(), status: z.string() }).nullable(),
});

export const TimelineAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  pinned: z.array(Note).describe("With the first page alone."),
  entries: z.array(Entry),
  next: text.describe("Send it as `after` for the next page; null on the last."),
});

export type TimelineAnswer = z.infer<typeof TimelineAnswer>;
export type TimelineEntryAnswer = z.infer<typeof Entry>;
export type TimelineNoteAnswer = z.infer<typeof Note>;
export type TimelineCallAnswer = z.infer<typeof Call>;

type DomainNote = LeadTimeline["pinned"][number];

const printNote = ({ createdAt, updatedAt, pinnedAt, ...note }: DomainNote): TimelineNoteAnswer => ({
  ...note,
  createdAt: createdAt.toISOString(),
  // The database sets both at first, in one statement.
  edited: updatedAt.getTime() > createdAt.getTime(),
  pinned: pinnedAt !== null,
});

/** A page of a timeline as the wire shows it. */
export const printTimeline = (timeline: LeadTimeline, context: Context): TimelineAnswer => ({
  ...asOf(context),
  pinned: timeline.pinned.map(printNote),
  entries: timeline.entries.map(({ occurredAt, note, call, task, appointment, ...entry }) => ({
    ...entry,
    occurredAt: occurredAt.toISOString(),
    note: note && printNote(note),
    call: call && { ...call, calledAt: call.calledAt.toISOString() },
    task: task && { ...task, dueAt: isoOrNull(task.dueAt), completedAt: isoOrNull(task.completedAt) },
    appointment: appointment && {
      ...appointment,
      startsAt: appointment.startsAt.toISOString(),
      endsAt: appointment.endsAt.toISOString(),
    },
  })),
  next: timeline.next,
});
