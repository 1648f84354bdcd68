import { attachments, calls, notes, tasks } from "@/db/schema/activity";
import { appointments } from "@/db/schema/calendars";
import { businesses, contacts, duplicateCandidates } from "@/db/schema/contacts";
import { opportunities, pipelines } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { ChangedSince, type Clash, Conflict } from "@/lib/access/errors";
import type { Transaction } from "@/lib/data/transaction";
import type { EventType, NewEvent } from "@/lib/events/catalogue";
import { contactRow, followers } from "./contact-parts";
import { assignment, custom, hasLivingLeads, steps } from "./lead-parts";
import { mergedInto } from "./merged-part";
import {
  columnsFrom,
  contactTags,
  isSubject,
  lockRow,
  type Part,
  type RecordTable,
  rowOf,
  type State,
  type Subject,
  unmindedOfPlace,
  wholePlace,
} from "./parts";
import { stagesOfPipeline } from "./pipeline-part";

/** What happened, as undoing it needs it. */
export type Happened = { type: string; subject: Subject; before: State; after: State };

/** What taking something back comes to: what that is called in turn, and what a person has to know of it. */
export type TakenBack = { event?: NewEvent; remark?: string };

/** Takes back what happened, within the transaction that `context` carries. @throws Conflict when it can not be. */
export type Inverse = (transaction: Transaction, context: Context, happened: Happened) => Promise<TakenBack>;

const records: Record<string, { table: RecordTable; parts: Part[] }> = {
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
  pipeline: { table: pipelines, parts: [stagesOfPipeline, rowOf(pipelines)] },
};

function recordOf({ type }: Subject) {
  const record = records[type];
  if (!record) throw new Conflict("not_undoable", "This can not be undone.");
  return record;
}

/** Puts every field that was changed back to what it was. `type` is what the way back is called. */
export const putBack =
  (type: EventType): Inverse =>
  async (transaction, context, { subject, before, after }) => {
    const { table, parts } = recordOf(subject);
    // What a purged record was before is forgotten.
    await lockRow(transaction, context, table, subject);
    const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const concerned = parts
      .map((part) => ({ part, mine: fields.filter((field) => part.has(field)) }))
      .filter(({ mine }) => mine.length > 0);
    const clashes: Clash[] = [];
    for (const { part, mine } of concerned) {
      const present = await part.read(transaction, context, subject, mine, after);
      const unminded = part.unminded?.(after) ?? [];
      clashes.push(...clashesIn(mine, { before, after, present }).filter(({ field }) => !unminded.includes(field)));
    }
    refuse(clashes);
    for (const { part, mine } of concerned) {
      const values = Object.fromEntries(mine.map((field) => [field, before[field] ?? null]));
      await part.write(transaction, context, subject, values);
    }
    return happens(type, subject, { before: after, after: before });
  };

/** Deletes what was made or restored, unless it was changed since. */
export const takeAway =
  (type: EventType): Inverse =>
  async (transaction, context, { subject, after }) => {
    const { table, parts } = recordOf(subject);
    const row = await lockRow(transaction, context, table, subject);
    if (row.deletedAt) throw new Conflict("deleted_since", "This was deleted already.");
    const own = parts.at(-1);
    const fields = Object.keys(after).filter((field) => own?.has(field));
    refuse(clashesIn(fields, { before: {}, after, present: row }));
    if (subject.type === "contact" && (await hasLivingLeads(transaction, context, subject.id)))
      throw new Conflict("in_use", "This can not be undone: the contact has leads of its own by now.");
    await transaction
      .update(table)
      .set({ ...columnsFrom(table, context, {}), deletedAt: context.now })
      .where(isSubject(table, context, subject));
    return happens(type, subject, { before: after });
  };

/** Brings back what was deleted. */
export const bringBack =
  (type: EventType): Inverse =>
  async (transaction, context, { subject, before }) => {
    const { table } = recordOf(subject);
    const row = await lockRow(transaction, context, table, subject);
    if (!row.deletedAt) throw new Conflict("restored_since", "This was restored already.");
    await transaction
      .update(table)
      .set({ ...columnsFrom(table, context, {}), deletedAt: null })
      .where(isSubject(table, context, subject));
    return happens(type, subject, { after: before });
  };

const happens = (type: EventType, subject: Subject, states: { before?: State; after?: State }): TakenBack => ({
  event: {
    type,
    subject: { type: subject.type, id: subject.id },
    contactId: subject.contactId,
    opportunityId: subject.opportunityId,
    ...states,
  },
});

type States = { before: State; after: State; present: State };

const clashesIn = (fields: string[], { before, after, present }: States): Clash[] =>
  fields
    .filter((field) => plain(present[field]) !== plain(after[field]))
    .map((field) => ({ field, wanted: before[field] ?? null, present: present[field] ?? null }));

function refuse(clashes: Clash[]): void {
  if (clashes.length === 0) return;
  const message = "This can not be undone: somebody changed it since. Change it by hand if you still want to.";
  throw new ChangedSince(message, clashes);
}

/**
 * Values as events keep them, to be compared; people by who they are, whatever they are called today. The
 * database has an order of its own for what is in an object.
 */
const plain = (value: unknown): string =>
  JSON.stringify(value ?? null, (_name, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    if ("id" in part && "name" in part) return part.id;
    return Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
