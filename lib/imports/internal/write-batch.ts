import { and, eq, inArray, sql } from "drizzle-orm";
import { customValues, notes } from "@/db/schema/activity";
import { contacts, duplicateCandidates, tags } from "@/db/schema/contacts";
import { importRows } from "@/db/schema/imports";
import { opportunities } from "@/db/schema/opportunities";
import { type Context, userIdOf } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { insertRows, updateRows } from "@/lib/data/insert-rows";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import { eventsOf } from "./batch-events";
import { contactRows, leadRows, leadSearchText } from "./batch-rows";
import { sideOf } from "./changes";
import type { Decision } from "./decide";
import type { KnownLead, Person } from "./people";
import type { Batch } from "./prepare-batch";
import { markDone } from "./progress";
import type { References } from "./references";

/** Somebody changed what a batch was decided by: it has to be decided again. */
export class StaleBatch extends Error {}

/**
 * Writes what a batch comes to, in one transaction: rows, their events, what an undo needs to know,
 * and that these rows of the file are done.
 *
 * @param from is the place of the first of its rows.
 * @throws StaleBatch when a person or lead is not as it was when the batch was decided;
 * ImportStopped when the import is not running any more, or these rows were done by another worker.
 */
export function writeBatch(
  context: Context,
  importId: string,
  from: number,
  batch: Batch,
  references: References,
): Promise<void> {
  return change({ ...context, importId }, async (transaction) => {
    const { decisions } = batch;
    await requireFresh(transaction, context, decisions);
    const made = decisions.filter(({ madePerson }) => madePerson).map(({ person }) => person);
    const leads = decisions.filter(({ madeLead }) => madeLead);
    await insertRows(transaction, contacts, contactRows(context, made));
    await insertRows(transaction, opportunities, leadRows(context, leads, references), { computed: leadSearchText });
    await updateKnown(transaction, context, decisions);
    await writeBelongings(transaction, context, decisions);
    const suspected = await markDoubles(transaction, context, decisions);
    await insertRows(transaction, importRows, keptRows(context, importId, batch));
    await markDone(transaction, context, importId, { from, batch });
    const [first, ...rest] = [...decisions.flatMap((decision) => eventsOf(decision, references)), ...suspected];
    return first ? { result: undefined, events: [first, ...rest] } : { result: undefined, unchanged: true };
  });
}

/** Those that were known before the batch and that it changes, each once. */
function changedKnown(decisions: Decision[]): { people: Person[]; leads: KnownLead[] } {
  const people = new Set<Person>();
  const leads = new Set<KnownLead>();
  for (const { person, lead, changes } of decisions) {
    const { contact, tags: tagged, lead: ofLead } = changes.parts;
    if (person.stamp !== null && (contact || tagged)) people.add(person);
    if (lead && lead.stamp !== null && ofLead) leads.add(lead);
  }
  return { people: [...people], leads: [...leads] };
}

/** Holds what the batch changes until the transaction ends, and makes sure that it is as it was when it was read. */
async function requireFresh(transaction: Transaction, context: Context, decisions: Decision[]): Promise<void> {
  const { people, leads } = changedKnown(decisions);
  for (const [table, known] of [
    [contacts, people],
    [opportunities, leads],
  ] as const) {
    if (known.length === 0) continue;
    const ids = known.map(({ id }) => id);
    const rows = await transaction
      .select({ id: table.id, stamp: sql<string>`${table}.xmin::text` })
      .from(table)
      .where(and(eq(table.locationId, context.location.id), inArray(table.id, ids)))
      .orderBy(table.id)
      .for("update");
    const stamps = new Map(rows.map(({ id, stamp }) => [id, stamp]));
    if (known.some(({ id, stamp }) => stamps.get(id) !== stamp)) throw new StaleBatch();
  }
}

async function updateKnown(transaction: Transaction, context: Context, decisions: Decision[]): Promise<void> {
  const { people, leads } = changedKnown(decisions);
  const { location, now } = context;
  await updateRows(
    transaction,
    contacts,
    location.id,
    people.map(({ id, version, fields, emailNormal, phoneNormal, tags: words }) => ({
      id,
      version: version + 1,
      ...fields,
      emailNormal,
      phoneNormal,
      tags: words,
      updatedAt: now,
    })),
  );
  const moved = new Set(decisions.filter(({ changes }) => changes.parts.lead?.after.stageId).map(({ lead }) => lead));
  await updateRows(
    transaction,
    opportunities,
    location.id,
    leads.map(({ id, version, fields }) => ({ id, version: version + 1, ...fields, updatedAt: now })),
  );
  const movedIds = [...moved].flatMap((lead) => (lead && lead.stamp !== null ? [lead.id] : []));
  if (movedIds.length > 0) await settleMoved(transaction, context, movedIds);
}

/** A stage belongs to a pipeline: leads that were moved go along. */
async function settleMoved(transaction: Transaction, { location, now }: Context, ids: string[]): Promise<void> {
  await transaction.execute(sql`
    update opportunities o set pipeline_id = s.pipeline_id, stage_changed_at = ${now.toISOString()}::timestamptz
    from stages s where s.location_id = o.location_id and s.id = o.stage_id
      and o.location_id = ${location.id} and o.id = any(${sql.param(ids)}::varchar[])`);
}

/** Notes, custom values and the location's list of tags. */
async function writeBelongings(transaction: Transaction, context: Context, decisions: Decision[]): Promise<void> {
  const locationId = context.location.id;
  const byUser = userIdOf(context);
  const written = decisions.flatMap(({ note, person, lead }) =>
    note && lead
      ? [
          {
            locationId,
            id: note.id,
            contactId: person.id,
            opportunityId: lead.id,
            body: note.body,
            createdById: byUser,
            authorName: byUser ? null : context.actor.name,
          },
        ]
      : [],
  );
  await insertRows(transaction, notes, written);
  await writeCustom(transaction, locationId, decisions);
  const words = new Map(
    decisions
      .filter(({ kind }) => kind !== "duplicate")
      .flatMap(({ row }) => row.tags.map((word) => [word.toLowerCase(), word])),
  );
  // In one order, or batches that bring the same new ones would wait for each other in a circle.
  const known = [...words.values()].toSorted().map((name) => ({ locationId, id: newId(), name }));
  await insertRows(transaction, tags, known, { ignoreConflicts: true });
}

async function writeCustom(transaction: Transaction, locationId: string, decisions: Decision[]): Promise<void> {
  const final = new Map<string, { opportunityId: string; customFieldId: string; value: unknown; isNew: boolean }>();
  for (const { lead, madeLead, row, changes } of decisions) {
    const ids = madeLead ? [...row.custom.keys()] : Object.keys(changes.parts.custom?.after ?? {});
    for (const customFieldId of lead ? ids : []) {
      if (!lead) continue;
      const value = lead.custom.get(customFieldId);
      final.set(lead.id + customFieldId, { opportunityId: lead.id, customFieldId, value, isNew: lead.stamp === null });
    }
  }
  const replaced = [...final.values()].filter(({ isNew }) => !isNew);
  if (replaced.length > 0) {
    const pairs = replaced.map(({ opportunityId, customFieldId }) => sql`(${opportunityId}, ${customFieldId})`);
    await transaction
      .delete(customValues)
      .where(
        and(
          eq(customValues.locationId, locationId),
          sql`(${customValues.opportunityId}, ${customValues.customFieldId}) in (${sql.join(pairs, sql`, `)})`,
        ),
      );
  }
  const rows = [...final.values()].map(({ isNew: _isNew, ...value }) => ({ locationId, id: newId(), ...value }));
  await insertRows(transaction, customValues, rows);
}

const mostMarked = 10;

/** Marks new people whose email or phone others have, for a person to merge or dismiss. */
async function markDoubles(transaction: Transaction, context: Context, decisions: Decision[]): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  const rows: (typeof duplicateCandidates.$inferInsert)[] = [];
  for (const { person, doubles } of decisions) {
    for (const other of doubles.slice(0, mostMarked)) {
      const [contactId, otherContactId] = other.id < person.id ? [other.id, person.id] : [person.id, other.id];
      const reason = person.emailNormal !== null && person.emailNormal === other.emailNormal ? "email" : "phone";
      rows.push({ locationId: context.location.id, id: newId(), contactId, otherContactId, reason });
      events.push({
        type: "duplicate.suspected",
        subject: { type: "contact", id: person.id },
        contactId: person.id,
        after: { otherContactId: other.id, reason },
      });
    }
  }
  await insertRows(transaction, duplicateCandidates, rows, { ignoreConflicts: true });
  return events;
}

/** What is kept of rows that did something, or could not. */
function keptRows(
  { location, now }: Context,
  importId: string,
  { decisions, refused }: Batch,
): (typeof importRows.$inferInsert)[] {
  const blank = {
    locationId: location.id,
    importId,
    contactId: null,
    opportunityId: null,
    madeContact: false,
    madeLead: false,
    contactVersion: null,
    leadVersion: null,
    before: null,
    after: null,
    reason: null,
    cells: null,
    createdAt: now,
  };
  const { people, leads } = changedKnown(decisions);
  const changed = new Set<object>([...people, ...leads]);
  const versionAfter = (record: Person | KnownLead) => record.version + (changed.has(record) ? 1 : 0);
  const done = decisions.flatMap((decision) => {
    const { kind, row, person, lead, changes, note } = decision;
    if (kind !== "new" && kind !== "changed") return [];
    return [
      {
        ...blank,
        id: newId(),
        position: row.position,
        line: row.line,
        kind,
        contactId: person.id,
        opportunityId: lead?.id ?? null,
        madeContact: decision.madePerson,
        madeLead: decision.madeLead,
        contactVersion: versionAfter(person),
        leadVersion: lead && versionAfter(lead),
        ...((!changes.isEmpty || note) && {
          before: sideOf(changes, "before"),
          after: { ...sideOf(changes, "after"), ...(note && { note: { id: note.id } }) },
        }),
      },
    ];
  });
  const told = refused.map(({ position, line, cells, reason }) => ({
    ...blank,
    id: newId(),
    position,
    line,
    kind: "refused" as const,
    reason,
    cells: cells.map((cell) => cell.replaceAll("\0", "").toWellFormed()),
  }));
  return [...done, ...told];
}
