import { and, eq, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { attachments, calls, customFields, customValues, events, notes, quotes, tasks } from "@/db/schema/activity";
import { appointments } from "@/db/schema/calendars";
import { contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import { asSystem } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { queueJob } from "@/lib/jobs/queue-job";

const batchSize = 500;

/**
 * Deletes for good what was deleted more than 30 days ago: leads with all that belongs to them,
 * people without leads, appointments, notes, tasks, attachments and custom fields. Bytes of files go by a job of
 * their own, once no attachment has them. What happened stays written, but no longer what was changed:
 * that may tell about the person.
 */
export async function purgeDeleted(): Promise<void> {
  await inBatches("purge attachments", purgeAttachments);
  await inBatches("purge leads", purgeLeads);
  for (const table of [appointments, notes, calls, tasks] as const) {
    await inBatches("purge records", async (transaction) => {
      const old = await oldRows(transaction, table);
      if (old.length > 0) await transaction.delete(table).where(isOneOf(table, old));
      return old.length;
    });
  }
  await inBatches("purge contacts", purgeContacts);
  await inBatches("purge custom values", purgeCustomValues);
  await inBatches("purge custom fields", async (transaction) => {
    const old = await oldRows(transaction, customFields);
    if (old.length > 0) await transaction.delete(customFields).where(isOneOf(customFields, old));
    return old.length;
  });
}

type Row = { locationId: string; id: string };
type Deletable =
  | typeof attachments
  | typeof opportunities
  | typeof appointments
  | typeof notes
  | typeof calls
  | typeof tasks
  | typeof customFields
  | typeof contacts;

/** Short transactions: whatever is left after a crash, the next purge finds again. */
async function inBatches(reason: string, work: (transaction: Transaction) => Promise<number>): Promise<void> {
  while ((await asSystem(reason, work)) === batchSize);
}

/** Some of the rows that may go, which nobody else is at. */
function oldRows(transaction: Transaction, table: Deletable, condition?: SQL): Promise<Row[]> {
  return transaction
    .select({ locationId: table.locationId, id: table.id })
    .from(table)
    .where(and(lt(table.deletedAt, sql`now() - interval '30 days'`), condition))
    .limit(batchSize)
    .for("update", { skipLocked: true });
}

/** Whether a row is one of `rows`, by its own key, or by another column that holds theirs. */
function isOneOf(table: { locationId: AnyPgColumn; id: AnyPgColumn }, rows: Row[], column = table.id): SQL | undefined {
  const pairs = rows.map(({ locationId, id }) => sql`(${locationId}, ${id})`);
  return sql`(${table.locationId}, ${column}) in (${sql.join(pairs, sql`, `)})`;
}

async function purgeAttachments(transaction: Transaction): Promise<number> {
  const old = await oldRows(transaction, attachments);
  if (old.length > 0) await deleteAttachments(transaction, isOneOf(attachments, old));
  return old.length;
}

async function deleteAttachments(transaction: Transaction, which: SQL | undefined): Promise<void> {
  const gone = await transaction
    .delete(attachments)
    .where(which)
    .returning({ locationId: attachments.locationId, storageKey: attachments.storageKey });
  for (const { locationId, storageKey } of gone) {
    await queueJob(transaction, "delete_unused_file", { locationId, storageKey }, { key: storageKey });
  }
}

async function purgeLeads(transaction: Transaction): Promise<number> {
  const old = await oldRows(transaction, opportunities);
  if (old.length === 0) return 0;
  await deleteAttachments(transaction, isOneOf(attachments, old, attachments.opportunityId));
  const quoted = isOneOf(quotes, old, quotes.opportunityId);
  await transaction.delete(quotes).where(and(quoted, isNull(quotes.clientId)));
  await transaction.update(quotes).set({ opportunityId: null }).where(quoted);
  await transaction
    .update(events)
    .set({ before: null, after: null })
    .where(isOneOf(events, old, events.opportunityId));
  await transaction.delete(opportunities).where(isOneOf(opportunities, old));
  return old.length;
}

async function purgeContacts(transaction: Transaction): Promise<number> {
  const unused = sql`not exists (select from opportunities o where o.location_id = ${contacts.locationId} and o.contact_id = ${contacts.id})
    and not exists (select from clients c where c.location_id = ${contacts.locationId} and c.contact_id = ${contacts.id})`;
  const old = await oldRows(transaction, contacts, unused);
  if (old.length === 0) return 0;
  await transaction
    .update(events)
    .set({ before: null, after: null })
    .where(isOneOf(events, old, events.contactId));
  await transaction.delete(contacts).where(isOneOf(contacts, old));
  return old.length;
}

/** Of a field there may be any number: they go before it does. */
async function purgeCustomValues(transaction: Transaction): Promise<number> {
  const old = await transaction
    .select({ locationId: customValues.locationId, id: customValues.id })
    .from(customFields)
    .innerJoin(
      customValues,
      and(eq(customValues.locationId, customFields.locationId), eq(customValues.customFieldId, customFields.id)),
    )
    .where(lt(customFields.deletedAt, sql`now() - interval '30 days'`))
    .limit(batchSize);
  if (old.length > 0) await transaction.delete(customValues).where(isOneOf(customValues, old));
  return old.length;
}
