import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { customFields, customValues } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import type { Issue } from "@/lib/access/errors";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction, Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";
import { isLivingField, isOfLivingField } from "./living-fields";
import { type CustomField, type GivenValue, readGivenValue, type RecordType } from "./model";

/** The record that custom values are of. */
export type ValuesOwner = { contactId: string } | { opportunityId: string };

/** The location's custom fields of contacts or leads, in their order. */
export function listFieldsOf(
  transaction: ReadTransaction,
  context: Context,
  recordType: RecordType,
): Promise<CustomField[]> {
  return transaction
    .select({
      id: customFields.id,
      fieldKey: customFields.fieldKey,
      name: customFields.name,
      dataType: customFields.dataType,
      options: customFields.options,
      required: customFields.required,
    })
    .from(customFields)
    .where(isLivingField(context, [recordType]))
    .orderBy(asc(customFields.position), asc(customFields.id));
}

/**
 * The values to store, by field id, out of values that name their fields by id or key; null where one
 * is to be cleared, and none where nothing is said. What is wrong is told under `customValues` and the place in the list.
 */
export function resolveGivenValues(
  fields: CustomField[],
  given: GivenValue[],
): { values: Map<string, unknown>; issues: Issue[] } {
  const values = new Map<string, unknown>();
  const issues: Issue[] = [];
  for (const [place, { field: name, value }] of given.entries()) {
    const field = fields.find((known) =>
      "id" in name
        ? known.id === name.id
        : known.fieldKey === name.key ||
          `contact.${known.fieldKey}` === name.key ||
          `opportunity.${known.fieldKey}` === name.key,
    );
    if (!field) {
      const message = "There is no such custom field. Name one of the location's by its id or key.";
      issues.push({ path: ["customValues", place, "id" in name ? "id" : "key"], rule: "unknown", message });
      continue;
    }
    if (value === undefined) continue;
    const read = readGivenValue(field, value);
    if ("issue" in read) issues.push({ ...read.issue, path: ["customValues", place, "field_value"] });
    else values.set(field.id, read.value);
  }
  return { values, issues };
}

/** Writes values of a record by field id: null takes one away, and fields that are not named stay as they are. */
export async function saveValues(
  transaction: Transaction,
  context: Context,
  owner: ValuesOwner,
  values: Map<string, unknown>,
): Promise<void> {
  const { id: locationId } = context.location;
  const isOwner =
    "contactId" in owner
      ? eq(customValues.contactId, owner.contactId)
      : eq(customValues.opportunityId, owner.opportunityId);
  const named = [...values.keys()];
  if (named.length === 0) return;
  await transaction
    .delete(customValues)
    .where(and(eq(customValues.locationId, locationId), isOwner, inArray(customValues.customFieldId, named)));
  const rows = [...values].flatMap(([customFieldId, value]) =>
    value === null ? [] : [{ locationId, id: newId(), customFieldId, ...owner, value }],
  );
  if (rows.length > 0) await transaction.insert(customValues).values(rows);
}

/** The custom values of records, by the record's id: those of contacts, or of leads. */
export async function valuesOf(
  transaction: ReadTransaction,
  context: Context,
  kind: "contact" | "lead",
  ids: string[],
): Promise<Map<string, { id: string; value: unknown }[]>> {
  const column = kind === "contact" ? customValues.contactId : customValues.opportunityId;
  const found = new Map<string, { id: string; value: unknown }[]>();
  if (ids.length === 0) return found;
  const query = prepared(transaction, `custom values of ${kind}s`, (connection) =>
    connection
      .select({ owner: sql<string>`${column}`, id: customValues.customFieldId, value: customValues.value })
      .from(customValues)
      .where(
        and(
          eq(customValues.locationId, sql.placeholder("locationId")),
          sql`${column} = any(${sql.placeholder("ids")})`,
          isOfLivingField(sql`${customValues.customFieldId}`),
        ),
      )
      .orderBy(asc(customValues.id)),
  );
  const rows = await query.execute({ locationId: context.location.id, ids });
  for (const { owner, ...value } of rows) found.set(owner, [...(found.get(owner) ?? []), value]);
  return found;
}
