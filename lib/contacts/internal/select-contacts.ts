import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { customValues } from "@/db/schema/activity";
import { contactFollowers, contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import type { ContactRecord } from "@/lib/contacts/model";
import { isOfLivingField } from "@/lib/custom-fields/living-fields";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction, Transaction } from "@/lib/data/transaction";
import { readableContacts } from "./readable";

const {
  locationId,
  otherAddresses,
  searchText,
  nameLower,
  firstNameLower,
  lastNameLower,
  companyNameLower,
  deletedAt,
  ...ownColumns
} = getTableColumns(contacts);

/** The columns of a contact that leave the domain. */
export const contactColumnsOut = ownColumns;

/** The builder leaves the table out of columns it selects, where a subselect would take them for its own. */
export const rowLocation = sql.raw(`"contacts"."location_id"`);
export const rowId = sql.raw(`"contacts"."id"`);

/** Followers and custom values of the row's contact, as JSON: one trip reads whole contacts. */
const followers = sql<string[] | null>`(
  select json_agg(f.user_id order by f.position, f.id) from ${contactFollowers} f
  where f.location_id = ${rowLocation} and f.contact_id = ${rowId})`;
const values = sql<ContactRecord["customValues"] | null>`(
  select json_agg(json_build_object('id', v.custom_field_id, 'value', v.value) order by v.id) from ${customValues} v
  where v.location_id = ${rowLocation} and v.contact_id = ${rowId} and ${isOfLivingField(sql`v.custom_field_id`)})`;

/** What a query selects of `contacts` to read whole ones: `contactOf` makes them. */
export const contactParts = { contact: ownColumns, followers, customValues: values };

/** A query for whole contacts, to be narrowed, ordered and paged. */
export const selectContacts = (transaction: ReadTransaction) =>
  transaction.select(contactParts).from(contacts).$dynamic();

type ContactRow = Awaited<ReturnType<typeof selectContacts>>[number];

/** The contact of a row with `contactParts`. */
export const contactOf = ({ contact, followers: following, customValues: kept }: ContactRow): ContactRecord => ({
  ...contact,
  followers: following ?? [],
  customValues: kept ?? [],
});

/** A contact of the location that is known to be there, whoever may read it: what a command answers with. */
export async function contactInLocation(
  transaction: ReadTransaction,
  context: Context,
  id: string,
): Promise<ContactRecord> {
  const query = prepared(transaction, "contact in location", (connection) =>
    selectContacts(connection).where(
      and(eq(contacts.locationId, sql.placeholder("locationId")), eq(contacts.id, sql.placeholder("id"))),
    ),
  );
  const [row] = await query.execute({ locationId: context.location.id, id });
  if (!row) throw new Error("A contact that was just saved is not there.");
  return contactOf(row);
}

/** The contact of an id, held until the transaction ends. @throws NotFound when there is none that the caller may read. */
export async function lockContact(transaction: Transaction, context: Context, id: string): Promise<ContactRecord> {
  // The lock keeps two changes of one contact in order, so that each event's "before" is true.
  const held = await transaction
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(readableContacts(context), eq(contacts.id, id)))
    .for("update");
  if (held.length === 0) throw new NotFound("contact");
  return contactInLocation(transaction, context, id);
}
