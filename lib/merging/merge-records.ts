import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Forbidden, Invalid, NotFound } from "@/lib/access/errors";
import { requireContact } from "@/lib/contacts/get-contact";
import { change, together } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { difference, type NewEvent } from "@/lib/events/catalogue";
import { findVisibleLeads } from "@/lib/leads/find-visible-leads";
import { type Row, united } from "./internal/united";
import { mergeable, type MergeableType } from "./links";
import {
  learntContactFields,
  learntLeadFields,
  type MergeChoice,
  type MergedContactField,
  mergedContactFields,
  type MergedLeadField,
  mergedLeadFields,
} from "./model";
import { moveLinks } from "./move-links";

export type MergeRecords = {
  /** Contacts that become one; without it the leads are of one contact already. */
  contacts?: MergeChoice<MergedContactField>;
  /** Leads that become one as well: leads of these contacts. The others stay deals of their own. */
  leads?: MergeChoice<MergedLeadField>;
};

/**
 * Puts contacts together that are one person, and leads that are one deal: all that belongs to them goes
 * to the survivors, further addresses are kept beside the first, tags are united, and what the survivor
 * does not know it takes from the others. The others are deleted. One transaction, undone as a whole.
 * @throws NotFound; Invalid when one is named twice; Forbidden (rule `not_all_readable`) when one has
 * leads that the caller may not read.
 */
export function mergeRecords(
  context: Context,
  { contacts: people, leads }: MergeRecords,
): Promise<{ contactId: string }> {
  return together(context, async (inside) => {
    if (people) await mergeContacts(inside, people);
    const contactId = leads ? await mergeLeads(inside, leads, people?.survivorId ?? null) : people?.survivorId;
    if (contactId === undefined) throw Invalid.field("contacts", "required", "Name what becomes one.");
    return { contactId };
  });
}

function mergeContacts(context: Context, choice: MergeChoice<MergedContactField>): Promise<void> {
  return change(context, async (transaction) => {
    const [survivor, others] = await lockAll(transaction, context, "contact", choice);
    for (const { id } of [survivor, ...others]) await requireContact(transaction, context, id);
    await requireAllLeads(transaction, context, [survivor.id, ...choice.otherIds]);
    const chosen = chosenValues([...mergedContactFields, ...learntContactFields], choice, survivor, others);
    const columns = { ...chosen, ...united({ ...survivor, ...chosen }, [survivor, ...others], context) };
    return { result: undefined, events: [await merge(transaction, context, "contact", { survivor, others, columns })] };
  });
}

/** Merges leads of one contact: of `contactId` where it is named. Answers whose they are. */
function mergeLeads(context: Context, choice: MergeChoice<MergedLeadField>, contactId: string | null): Promise<string> {
  return change(context, async (transaction) => {
    const [survivor, others] = await lockAll(transaction, context, "lead", choice);
    const ids = [survivor.id, ...choice.otherIds];
    const visible = await findVisibleLeads(transaction, context, ids);
    const owner = contactId ?? textOf(survivor.contactId);
    if (ids.some((id) => !visible.has(id)) || owner === null) throw new NotFound("lead");
    if ([survivor, ...others].some((lead) => lead.contactId !== owner)) throw new NotFound("lead");
    const columns = chosenValues([...mergedLeadFields, ...learntLeadFields], choice, survivor, others);
    // What programs call the owner by comes with the owner.
    const { ownerReference } = [survivor, ...others].find(({ ownerId }) => ownerId === columns.ownerId) ?? survivor;
    Object.assign(columns, { ownerReference });
    return { result: owner, events: [await merge(transaction, context, "lead", { survivor, others, columns })] };
  });
}

/** The living records of a choice, held until the transaction ends; in one order, so that two merges do not wait for each other. */
async function lockAll(
  transaction: Transaction,
  { location }: Context,
  type: MergeableType,
  { survivorId, otherIds }: MergeChoice<string>,
): Promise<[Row, Row[]]> {
  const ids = [survivorId, ...otherIds];
  if (new Set(ids).size < ids.length || otherIds.length === 0)
    throw Invalid.field("otherIds", "distinct", "Name two or more different records.");
  const { table } = mergeable[type];
  const rows: Row[] = await transaction
    .select()
    .from(table)
    .where(and(eq(table.locationId, location.id), inArray(table.id, ids), isNull(table.deletedAt)))
    .orderBy(table.id)
    .for("update");
  const named = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  const [survivor, ...others] = named;
  if (!survivor || named.length < ids.length) throw new NotFound(type);
  return [survivor, others];
}

/** @throws Forbidden (rule `not_all_readable`): nobody moves leads that they can not see. */
async function requireAllLeads(transaction: Transaction, context: Context, contactIds: string[]): Promise<void> {
  const leads = await transaction
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(
      and(
        eq(opportunities.locationId, context.location.id),
        inArray(opportunities.contactId, contactIds),
        isNull(opportunities.deletedAt),
      ),
    );
  const visible = await findVisibleLeads(
    transaction,
    context,
    leads.map(({ id }) => id),
  );
  if (visible.size < leads.length)
    throw new Forbidden("not_all_readable", "One of these contacts has leads of other people. Ask an administrator.");
}

/** The value of each field: of the record that was chosen, else the survivor's, else the first that is known. */
function chosenValues(
  fields: readonly string[],
  choice: MergeChoice<string>,
  survivor: Row,
  others: Row[],
): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const field of fields) {
    const chosen = [survivor, ...others].find(({ id }) => id === choice.fields[field]);
    const isKnown = (row: Row) => row[field] !== null && row[field] !== "";
    columns[field] = (chosen ?? [survivor, ...others].find(isKnown) ?? survivor)[field];
  }
  return columns;
}

type Merging = { survivor: Row; others: Row[]; columns: Record<string, unknown> };

async function merge(
  transaction: Transaction,
  context: Context,
  type: MergeableType,
  { survivor, others, columns }: Merging,
): Promise<NewEvent> {
  const { table, links } = mergeable[type];
  const { id: locationId } = context.location;
  const merged: { before: Record<string, unknown>; after: Record<string, unknown> } = { before: {}, after: {} };
  for (const other of others) {
    const rows = await moveLinks(transaction, context, links, { from: other.id, to: survivor.id });
    merged.before[`merged:${other.id}`] = { isMerged: false, name: other.name ?? null, rows };
    merged.after[`merged:${other.id}`] = { isMerged: true, name: other.name ?? null, rows };
    await transaction
      .update(table)
      .set({
        deletedAt: context.now,
        mergedIntoId: survivor.id,
        version: sql`${table.version} + 1`,
        updatedAt: context.now,
      })
      .where(and(eq(table.locationId, locationId), eq(table.id, other.id)));
  }
  await transaction
    .update(table)
    .set({ ...columns, version: sql`${table.version} + 1`, updatedAt: context.now })
    .where(and(eq(table.locationId, locationId), eq(table.id, survivor.id)));
  const changed = difference<Record<string, unknown>>(survivor, columns);
  const isContact = type === "contact";
  return {
    type: isContact ? "contact.merged" : "lead.merged",
    subject: { type, id: survivor.id },
    contactId: isContact ? survivor.id : textOf(survivor.contactId),
    opportunityId: isContact ? null : survivor.id,
    before: { ...changed.before, ...merged.before },
    after: { ...changed.after, ...merged.after },
  };
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
