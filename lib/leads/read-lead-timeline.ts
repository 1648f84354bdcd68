import { and, desc, eq, inArray, isNotNull, isNull, lt, notInArray, or, type SQL, sql } from "drizzle-orm";
import { events, notes } from "@/db/schema/activity";
import { contacts } from "@/db/schema/contacts";
import { opportunities, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { together } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { isOfLeads } from "@/lib/notes/list-notes";
import { getLead } from "./get-lead";
import { type FieldChange, readChanges } from "./internal/timeline-changes";
import { readNotes, readSubjects, type TimelineNote } from "./internal/timeline-subjects";
import { kindOf, quietTypes, typesOfKind } from "./internal/timeline-types";
import type { Lead, TimelineKind } from "./model";

export type ReadLeadTimeline = {
  leadId: string;
  /** Everything that tells a person something without it. */
  kind?: TimelineKind;
  /** The entry that the page comes after; the first page without one. */
  after?: string;
  limit: number;
};

type Subjects = Awaited<ReturnType<typeof readSubjects>>;
type SubjectOf<Part extends keyof Subjects> = Subjects[Part] extends Map<string, infer Row> ? Row | null : never;

/** One thing that happened, with the record it is about as it is now. */
export type TimelineEntry = {
  id: string;
  type: string;
  kind: TimelineKind;
  occurredAt: Date;
  actorName: string;
  /** Where a lead was moved from and to. */
  fromStage: string | null;
  toStage: string | null;
  changes: FieldChange[];
  note: SubjectOf<"notes">;
  call: SubjectOf<"calls">;
  task: SubjectOf<"tasks">;
  appointment: SubjectOf<"appointments">;
  file: { fileName: string; id: string | null } | null;
  mail: SubjectOf<"mails">;
};

/** A page of what happened to a lead, the last first; with the first page the notes that are pinned. */
export type LeadTimeline = { entries: TimelineEntry[]; next: string | null; pinned: TimelineNote[] };

/**
 * What happened to a lead, to those that were put together with it, and to its contact, page by page
 * by key.
 * @throws NotFound for a lead that the caller may not read.
 */
export function readLeadTimeline(context: Context, input: ReadLeadTimeline): Promise<LeadTimeline> {
  return together(context, async (inside) => {
    const { transaction } = inside;
    const lead = await getLead(inside, { id: input.leadId });
    const about = await recordsOf(transaction, context, lead);
    const [rows, pinned] = await Promise.all([
      readEvents(transaction, context, about, input),
      input.after === undefined && (input.kind ?? "notes") === "notes"
        ? readNotes(transaction, context, and(isNotNull(notes.pinnedAt), isOfLeads(about)))
        : [],
    ]);
    const page = rows.slice(0, input.limit);
    const ids: Record<string, string[]> = {};
    for (const { subjectType, subjectId } of page) (ids[subjectType] ??= []).push(subjectId);
    const subjects = await readSubjects(transaction, context, ids);
    const changes = await readChanges(
      transaction,
      context,
      page.map(({ type, before, after }) =>
        /\.(updated|assigned|tagged|status_changed|merged)$/.test(type)
          ? { before, after }
          : { before: null, after: null },
      ),
    );
    return {
      entries: page.flatMap((event, place) => entryOf(event, subjects, changes[place] ?? [])),
      next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
      pinned: pinned.toSorted((one, other) => (other.pinnedAt?.getTime() ?? 0) - (one.pinnedAt?.getTime() ?? 0)),
    };
  });
}

type About = { leadIds: string[]; contactIds: string[] };

/** The lead and its contact, with those that were merged into them. */
async function recordsOf(transaction: ReadTransaction, { location }: Context, lead: Lead): Promise<About> {
  const [leads, people] = await Promise.all([
    transaction
      .select({ id: opportunities.id })
      .from(opportunities)
      .where(and(eq(opportunities.locationId, location.id), eq(opportunities.mergedIntoId, lead.id))),
    transaction
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.locationId, location.id), eq(contacts.mergedIntoId, lead.contact.id))),
  ]);
  return {
    leadIds: [lead.id, ...leads.map(({ id }) => id)],
    contactIds: [lead.contact.id, ...people.map(({ id }) => id)],
  };
}

type EventRow = Awaited<ReturnType<typeof selectEvents>>[number];

const selectEvents = (transaction: ReadTransaction, where: SQL | undefined, limit: number) =>
  transaction
    .select({
      id: events.id,
      type: events.type,
      subjectType: events.subjectType,
      subjectId: events.subjectId,
      actorName: events.actorName,
      occurredAt: events.occurredAt,
      toStage: stages.name,
      before: events.before,
      after: events.after,
    })
    .from(events)
    .leftJoin(stages, and(eq(stages.locationId, events.locationId), sql`${stages.id} = ${events.after} ->> 'stageId'`))
    .where(where)
    .orderBy(desc(events.id))
    .limit(limit);

/** One more than a page. Each half is read along its own index. */
async function readEvents(
  transaction: ReadTransaction,
  { location }: Context,
  { leadIds, contactIds }: About,
  { kind, after, limit }: ReadLeadTimeline,
): Promise<EventRow[]> {
  const wanted = and(
    eq(events.locationId, location.id),
    after === undefined ? undefined : lt(events.id, after),
    ofKind(kind),
    // An update that changed nothing of the lead itself says nothing.
    or(sql`${events.type} <> 'lead.updated'`, sql`${events.after} <> '{}'::jsonb`),
  );
  const [ofLead, ofContact] = await Promise.all([
    selectEvents(transaction, and(wanted, inArray(events.opportunityId, leadIds)), limit + 1),
    selectEvents(
      transaction,
      and(wanted, inArray(events.contactId, contactIds), isNull(events.opportunityId)),
      limit + 1,
    ),
  ]);
  return [...ofLead, ...ofContact].toSorted((one, other) => (one.id < other.id ? 1 : -1)).slice(0, limit + 1);
}

function ofKind(kind: TimelineKind | undefined): SQL | undefined {
  if (kind === undefined) return notInArray(events.type, [...quietTypes]);
  if (kind !== "changes") return inArray(events.type, [...typesOfKind[kind]]);
  return notInArray(events.type, [...quietTypes, ...Object.values(typesOfKind).flat()]);
}

/** The entry of an event; none when it made a record that was deleted since. */
function entryOf(event: EventRow, subjects: Subjects, changes: FieldChange[]): TimelineEntry[] {
  const { id, type, subjectType, subjectId, occurredAt, actorName, toStage, before, after } = event;
  const note = subjects.notes.get(subjectId) ?? null;
  const call = subjects.calls.get(subjectId) ?? null;
  const task = subjects.tasks.get(subjectId) ?? null;
  const isGone = { note: !note, call: !call, task: !task }[subjectType] ?? false;
  if (isGone) return [];
  const fileName = textIn(after, "fileName") ?? textIn(before, "fileName");
  return [
    {
      id,
      type,
      kind: kindOf(type),
      occurredAt,
      actorName,
      fromStage: textIn(before, "stageName"),
      toStage: type === "lead.stage_changed" ? (toStage ?? textIn(after, "stageName")) : null,
      changes,
      note,
      call,
      task,
      appointment: subjects.appointments.get(subjectId) ?? null,
      file: fileName === null ? null : { fileName, id: subjects.files.has(subjectId) ? subjectId : null },
      mail: subjects.mails.get(subjectId) ?? null,
    },
  ];
}

function textIn(state: Record<string, unknown> | null, field: string): string | null {
  const value = state?.[field];
  return typeof value === "string" ? value : null;
}
