import { and, eq, max, ne, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { events } from "@/db/schema/activity";
import { clients, contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction, Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import type { Touched } from "./touched-records";

/** What became of the leads that an import made. */
export type Removed = { removed: Set<string>; kept: Set<string>; events: NewEvent[] };

/**
 * Deletes leads that an import made, with the contacts that it made for them and that nobody else
 * needs. Leads that somebody worked on since stay.
 *
 * Every statement is about one table and given ids: of tables that an import has just filled, the planner
 * knows too little for a good join.
 */
export async function removeMade(
  transaction: Transaction,
  context: Context,
  touched: Touched,
  leadIds: string[],
): Promise<Removed> {
  const done: Removed = { removed: new Set(), kept: new Set(), events: [] };
  if (leadIds.length === 0) return done;
  const leads = await transaction
    .select({
      id: opportunities.id,
      contactId: opportunities.contactId,
      name: opportunities.name,
      version: opportunities.version,
      deletedAt: opportunities.deletedAt,
    })
    .from(opportunities)
    .where(and(eq(opportunities.locationId, context.location.id), isAny(opportunities.id, leadIds)))
    .orderBy(opportunities.id)
    .for("update");
  const lastEvents = await lastEventsOf(transaction, context, events.opportunityId, leadIds);
  const removed = leads.filter(({ id, version, deletedAt }) => {
    const touch = touched.leads.get(id);
    if (deletedAt || !touch) return false;
    const isAsLeft = version === touch.version && !isLater(lastEvents.get(id), touch.lastAt);
    if (!isAsLeft) done.kept.add(id);
    return isAsLeft;
  });
  if (removed.length === 0) return done;
  for (const { id, contactId, name } of removed) {
    done.removed.add(id);
    const subject = { type: "lead", id };
    done.events.push({ type: "lead.deleted", subject, contactId, opportunityId: id, before: { name } });
  }
  await markDeleted(transaction, context, opportunities, [...done.removed]);
  const people = [...new Set(removed.map(({ contactId }) => contactId))];
  done.events.push(...(await removePeople(transaction, context, touched, people)));
  return done;
}

/** Contacts that the import made, as it left them, and that have no lead and no client any more. */
async function removePeople(
  transaction: Transaction,
  context: Context,
  touched: Touched,
  ids: string[],
): Promise<NewEvent[]> {
  const locationId = context.location.id;
  const people = await transaction
    .select({ id: contacts.id, name: contacts.name, version: contacts.version, deletedAt: contacts.deletedAt })
    .from(contacts)
    .where(and(eq(contacts.locationId, locationId), isAny(contacts.id, ids)))
    .orderBy(contacts.id)
    .for("update");
  const withLeads = await transaction
    .select({ id: opportunities.contactId })
    .from(opportunities)
    .where(and(eq(opportunities.locationId, locationId), isAny(opportunities.contactId, ids)))
    .groupBy(opportunities.contactId)
    .having(sql`bool_or(${opportunities.deletedAt} is null)`);
  const asClients = await transaction
    .select({ id: clients.contactId })
    .from(clients)
    .where(and(eq(clients.locationId, locationId), isAny(clients.contactId, ids)));
  const needed = new Set([...withLeads, ...asClients].map(({ id }) => id));
  const others = ne(events.type, "lead.deleted");
  const lastEvents = await lastEventsOf(transaction, context, events.contactId, ids, others);
  const free = people.filter(({ id, version, deletedAt }) => {
    const touch = touched.contacts.get(id);
    if (deletedAt || needed.has(id) || !touch?.made) return false;
    return version === touch.version && !isLater(lastEvents.get(id), touch.lastAt);
  });
  await markDeleted(
    transaction,
    context,
    contacts,
    free.map(({ id }) => id),
  );
  return free.map(({ id, name }) => ({
    type: "contact.deleted",
    subject: { type: "contact", id },
    contactId: id,
    before: { name },
  }));
}

const isAny = (column: PgColumn, ids: string[]): SQL => sql`${column} = any(${sql.param(ids)}::varchar[])`;

const isLater = (moment: Date | null | undefined, than: Date): boolean => !!moment && moment > than;

/** When something last happened to each of the records that `column` names. */
async function lastEventsOf(
  transaction: ReadTransaction,
  { location }: Context,
  column: typeof events.contactId | typeof events.opportunityId,
  ids: string[],
  which?: SQL,
): Promise<Map<string | null, Date | null>> {
  const rows = await transaction
    .select({ id: column, last: max(events.occurredAt) })
    .from(events)
    .where(and(eq(events.locationId, location.id), isAny(column, ids), which))
    .groupBy(column);
  return new Map(rows.map(({ id, last }) => [id, last]));
}

async function markDeleted(
  transaction: Transaction,
  { location, now }: Context,
  table: typeof contacts | typeof opportunities,
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .update(table)
    .set({ deletedAt: now, updatedAt: now, version: sql`${table.version} + 1` })
    .where(and(eq(table.locationId, location.id), isAny(table.id, ids)));
}
