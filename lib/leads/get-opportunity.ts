import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { notes, tasks } from "@/db/schema/activity";
import { appointments } from "@/db/schema/calendars";
import type { Context } from "@/lib/access/context";
import { valuesOf } from "@/lib/custom-fields/record-values";
import { readAtOnce } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { getLead } from "./get-lead";
import { leadsOfIds } from "./internal/select-leads";
import type { Lead, LeadReference } from "./model";

/** A lead with its custom values; and where they were asked for, the ids of what belongs to its contact. */
export type Opportunity = {
  lead: Lead;
  customValues: { id: string; value: unknown }[];
  noteIds?: string[];
  taskIds?: string[];
  appointmentIds?: string[];
};

/** What is read beside a lead. */
export type OpportunityDetails = { notes?: boolean; tasks?: boolean; appointments?: boolean };

/** One lead with its custom values. @throws NotFound when there is none that the caller may read. */
export async function getOpportunity(context: Context, reference: LeadReference): Promise<Opportunity> {
  const lead = await getLead(context, reference);
  const values = await readAtOnce(context, (transaction) => valuesOf(transaction, context, "lead", [lead.id]));
  return { lead, customValues: values.get(lead.id) ?? [] };
}

/** The leads of these ids, in their order, with their custom values, and with what else was asked for. */
export async function opportunitiesOfIds(
  transaction: ReadTransaction,
  context: Context,
  ids: string[],
  details: OpportunityDetails,
): Promise<Opportunity[]> {
  const [leads, values] = await Promise.all([
    leadsOfIds(transaction, context, ids),
    valuesOf(transaction, context, "lead", ids),
  ]);
  const contactIds = [...new Set(leads.map(({ contact }) => contact.id))];
  const [noteIds, taskIds, appointmentIds] = await Promise.all([
    details.notes ? idsIn(transaction, context, notes, contactIds) : null,
    details.tasks ? idsIn(transaction, context, tasks, contactIds) : null,
    details.appointments ? idsIn(transaction, context, appointments, contactIds) : null,
  ]);
  return leads.map((lead) => ({
    lead,
    customValues: values.get(lead.id) ?? [],
    ...(noteIds && { noteIds: noteIds.get(lead.contact.id) ?? [] }),
    ...(taskIds && { taskIds: taskIds.get(lead.contact.id) ?? [] }),
    ...(appointmentIds && { appointmentIds: appointmentIds.get(lead.contact.id) ?? [] }),
  }));
}

/** The ids of living records about contacts, by the contact's id. */
async function idsIn(
  transaction: ReadTransaction,
  context: Context,
  table: typeof notes | typeof tasks | typeof appointments,
  contactIds: string[],
): Promise<Map<string, string[]>> {
  const rows = await transaction
    .select({ id: table.id, contactId: table.contactId })
    .from(table)
    .where(
      and(eq(table.locationId, context.location.id), isNull(table.deletedAt), inArray(table.contactId, contactIds)),
    )
    .orderBy(asc(table.id));
  const found = new Map<string, string[]>();
  for (const { id, contactId } of rows)
    if (contactId !== null) found.set(contactId, [...(found.get(contactId) ?? []), id]);
  return found;
}
