import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { customValues, notes } from "@/db/schema/activity";
import { contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { type ContactFields, contactFieldNames } from "@/lib/contacts/model";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { KnownLead, LeadFields, People, Person } from "./people";
import { leadFieldNames } from "./people";

/** What has to be known of people besides themselves. */
export type Wanted = { emails: string[]; phones: string[]; notes: boolean; custom: boolean };

/**
 * Takes the living contacts with these normal emails and phones into `people`, each with the lead that
 * rows about it change: an open one before others, one that is not archived, the newest.
 */
export async function loadPeople(
  transaction: ReadTransaction,
  context: Context,
  people: People,
  { emails, phones, notes: wantsNotes, custom: wantsCustom }: Wanted,
): Promise<void> {
  const found = [
    ...(emails.length > 0 ? await contactsWhere(transaction, context, "emailNormal", emails) : []),
    ...(phones.length > 0 ? await contactsWhere(transaction, context, "phoneNormal", phones) : []),
  ];
  const rows = found.filter(({ deletedAt }) => deletedAt === null);
  if (rows.length === 0) return;
  const leads = await loadLeads(
    transaction,
    context,
    rows.map(({ id }) => id),
  );
  const all = [...leads.values()];
  if (wantsNotes && all.length > 0) await loadNotes(transaction, context, all);
  if (wantsCustom && all.length > 0) await loadCustom(transaction, context, all);
  for (const row of rows) people.add(personOf(row, leads.get(row.id) ?? null));
}

const contactColumns = {
  id: contacts.id,
  version: contacts.version,
  stamp: sql<string>`${contacts}.xmin::text`,
  deletedAt: contacts.deletedAt,
  emailNormal: contacts.emailNormal,
  phoneNormal: contacts.phoneNormal,
  tags: contacts.tags,
  unsubscribed: contacts.unsubscribed,
  blogSubscriber: contacts.blogSubscriber,
  source: contacts.source,
  // Every name is a column of the table.
  ...(Object.fromEntries(contactFieldNames.map((name) => [name, contacts[name]])) as Pick<
    typeof contacts,
    keyof ContactFields
  >),
};

/** Deleted ones, too: with them left out, the planner would take a partial index while the table is too new for statistics. */
const contactsWhere = (
  transaction: ReadTransaction,
  context: Context,
  column: "emailNormal" | "phoneNormal",
  values: string[],
) =>
  transaction
    .select(contactColumns)
    .from(contacts)
    .where(
      and(eq(contacts.locationId, context.location.id), sql`${contacts[column]} = any(${sql.param(values)}::text[])`),
    )
    .orderBy(asc(contacts.id));

type ContactRow = Awaited<ReturnType<typeof contactsWhere>>[number];

function personOf({ deletedAt: _deletedAt, ...row }: ContactRow, lead: KnownLead | null): Person {
  const { id, version, stamp, emailNormal, phoneNormal, tags, ...fields } = row;
  return { id, version, stamp, fields, emailNormal, phoneNormal, tags, lead };
}

async function loadLeads(
  transaction: ReadTransaction,
  context: Context,
  contactIds: string[],
): Promise<Map<string, KnownLead>> {
  const rows = await transaction
    .selectDistinctOn([opportunities.contactId], {
      id: opportunities.id,
      contactId: opportunities.contactId,
      version: opportunities.version,
      deletedAt: opportunities.deletedAt,
      stamp: sql<string>`${opportunities}.xmin::text`,
      // Every name is a column of the table.
      ...(Object.fromEntries(leadFieldNames.map((name) => [name, opportunities[name]])) as Pick<
        typeof opportunities,
        keyof LeadFields
      >),
    })
    .from(opportunities)
    .where(
      and(
        eq(opportunities.locationId, context.location.id),
        sql`${opportunities.contactId} = any(${sql.param([...new Set(contactIds)])}::varchar[])`,
      ),
    )
    .orderBy(
      opportunities.contactId,
      sql`${opportunities.deletedAt} is null desc, ${opportunities.status} = 'open' desc, ${opportunities.archivedAt} is null desc, ${opportunities.id} desc`,
    );
  return new Map(
    rows
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ contactId, deletedAt: _deletedAt, id, version, stamp, ...fields }) => [
        contactId,
        { id, version, stamp, fields, custom: new Map<string, unknown>(), notes: new Set<string>() },
      ]),
  );
}

async function loadNotes(transaction: ReadTransaction, context: Context, leads: KnownLead[]): Promise<void> {
  const byId = new Map(leads.map((lead) => [lead.id, lead]));
  const rows = await transaction
    .select({ opportunityId: notes.opportunityId, body: notes.body })
    .from(notes)
    .where(
      and(
        eq(notes.locationId, context.location.id),
        isNull(notes.deletedAt),
        inArray(notes.opportunityId, [...byId.keys()]),
      ),
    );
  for (const { opportunityId, body } of rows) if (opportunityId) byId.get(opportunityId)?.notes.add(body);
}

async function loadCustom(transaction: ReadTransaction, context: Context, leads: KnownLead[]): Promise<void> {
  const byId = new Map(leads.map((lead) => [lead.id, lead]));
  const rows = await transaction
    .select({ leadId: customValues.opportunityId, fieldId: customValues.customFieldId, value: customValues.value })
    .from(customValues)
    .where(
      and(eq(customValues.locationId, context.location.id), inArray(customValues.opportunityId, [...byId.keys()])),
    );
  for (const { leadId, fieldId, value } of rows) if (leadId) byId.get(leadId)?.custom.set(fieldId, value);
}
