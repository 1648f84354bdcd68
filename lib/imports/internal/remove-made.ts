import { and, eq, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";

/** What became of the leads that an import made. */
export type Removed = { removed: Set<string>; kept: Set<string>; events: NewEvent[] };

type Row = { id: string; contact_id: string; name: string; is_gone: boolean; is_changed: boolean };

/**
 * Deletes leads that an import made, with the contacts that it made for them and that nobody else
 * needs. Leads that somebody worked on since stay.
 */
export async function removeMade(
  transaction: Transaction,
  context: Context,
  importId: string,
  leadIds: string[],
): Promise<Removed> {
  const done: Removed = { removed: new Set(), kept: new Set(), events: [] };
  if (leadIds.length === 0) return done;
  const { rows } = await transaction.execute<Row>(sql`
    select o.id, o.contact_id, o.name, o.deleted_at is not null as is_gone,
      o.version <> mine.version or exists (
        select from events e where e.location_id = o.location_id and e.opportunity_id = o.id and e.occurred_at > mine.last_at
      ) as is_changed
    from opportunities o join ${touchedBy(context, importId, "opportunity_id", leadIds)} mine on mine.id = o.id
    where o.location_id = ${context.location.id} order by o.id for update of o`);
  for (const row of rows) {
    if (row.is_gone) continue;
    if (row.is_changed) done.kept.add(row.id);
    else {
      done.removed.add(row.id);
      done.events.push({
        type: "lead.deleted",
        subject: { type: "lead", id: row.id },
        contactId: row.contact_id,
        opportunityId: row.id,
        before: { name: row.name },
      });
    }
  }
  const removed = rows.filter(({ id }) => done.removed.has(id));
  if (removed.length === 0) return done;
  await markDeleted(transaction, context, opportunities, removed);
  const people = removed.map(({ contact_id: id }) => id);
  done.events.push(...(await removePeople(transaction, context, importId, people)));
  return done;
}

type PersonRow = { id: string; name: string | null; is_free: boolean };

/** Contacts that the import made, as it left them, and that have no lead and no client any more. */
async function removePeople(
  transaction: Transaction,
  context: Context,
  importId: string,
  contactIds: string[],
): Promise<NewEvent[]> {
  // What is asked of each row stands among the columns, and "not deleted" in no condition: of tables that are too
  // new to have statistics, the planner would take a partial index and read all of it for each row.
  const { rows } = await transaction.execute<PersonRow>(sql`
    select c.id, c.name, mine.made and c.deleted_at is null and c.version = mine.version
      and (select count(o.id) filter (where o.deleted_at is null) = 0 from opportunities o where o.location_id = c.location_id and o.contact_id = c.id)
      and not exists (select from clients k where k.location_id = c.location_id and k.contact_id = c.id)
      and not exists (select from events e where e.location_id = c.location_id and e.contact_id = c.id
        and e.occurred_at > mine.last_at and e.type <> 'lead.deleted') as is_free
    from contacts c join ${touchedBy(context, importId, "contact_id", contactIds)} mine on mine.id = c.id
    where c.location_id = ${context.location.id} order by c.id for update of c`);
  const free = rows.filter(({ is_free: isFree }) => isFree);
  await markDeleted(transaction, context, contacts, free);
  return free.map(({ id, name }) => ({
    type: "contact.deleted",
    subject: { type: "contact", id },
    contactId: id,
    before: { name },
  }));
}

const markDeleted = (
  transaction: Transaction,
  { location, now }: Context,
  table: typeof contacts | typeof opportunities,
  rows: { id: string }[],
) =>
  transaction
    .update(table)
    .set({ deletedAt: now, updatedAt: now, version: sql`${table.version} + 1` })
    .where(
      and(eq(table.locationId, location.id), sql`${table.id} = any(${sql.param(rows.map(({ id }) => id))}::varchar[])`),
    );

/** How an import left the records of these ids: their versions, when it was last at them, and whether it made them. */
const touchedBy = ({ location }: Context, importId: string, column: "contact_id" | "opportunity_id", ids: string[]) => {
  const [version, made] = column === "contact_id" ? ["contact_version", "made_contact"] : ["lead_version", "made_lead"];
  return sql`(
    select ${sql.identifier(column)} as id, max(${sql.identifier(version ?? "")}) as version, max(created_at) as last_at, bool_or(${sql.identifier(made ?? "")}) as made
    from import_rows where location_id = ${location.id} and import_id = ${importId} and ${sql.identifier(column)} = any(${sql.param(ids)}::varchar[])
    group by 1)`;
};
