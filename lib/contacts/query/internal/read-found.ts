import { and, eq, sql } from "drizzle-orm";
import { businesses, contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { contactOf, contactParts, rowId, rowLocation } from "@/lib/contacts/internal/select-contacts";
import type { ContactRecord } from "@/lib/contacts/model";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";

/** A lead of a contact, as lists of contacts show it. */
export type LeadOfContact = Pick<
  typeof opportunities.$inferSelect,
  "id" | "pipelineId" | "stageId" | "valueMinor" | "currency" | "status"
>;

/** A contact with its business's name and its leads. */
export type FoundContact = { contact: ContactRecord; businessName: string | null; leads: LeadOfContact[] };

const businessName = sql<string | null>`(
  select b.name from ${businesses} b where b.location_id = ${rowLocation} and b.id = "contacts"."business_id")`;
const leads = sql<LeadOfContact[] | null>`(
  select json_agg(json_build_object('id', o.id, 'pipelineId', o.pipeline_id, 'stageId', o.stage_id,
    'valueMinor', o.value_minor, 'currency', o.currency, 'status', o.status) order by o.id)
  from ${opportunities} o where o.location_id = ${rowLocation} and o.contact_id = ${rowId} and o.deleted_at is null)`;

/** The contacts of ids that this transaction has found, in their order. Apart from finding them: it is planned once for all searches. */
export async function readFound(
  transaction: ReadTransaction,
  { location }: Context,
  ids: readonly string[],
): Promise<FoundContact[]> {
  if (ids.length === 0) return [];
  const query = prepared(transaction, "found contacts", (connection) =>
    connection
      .select({ ...contactParts, businessName, leads })
      .from(contacts)
      .where(
        and(
          eq(contacts.locationId, sql.placeholder("locationId")),
          sql`${contacts.id} = any(${sql.placeholder("ids")})`,
        ),
      ),
  );
  const rows = await query.execute({ locationId: location.id, ids });
  const byId = new Map(rows.map((row) => [row.contact.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? { contact: contactOf(row), businessName: row.businessName, leads: row.leads ?? [] } : [];
  });
}
