import { and, eq, sql } from "drizzle-orm";
import { customValues } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction, Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";
import { isOfLivingField } from "./living-fields";
import type { CustomField } from "./model";
import { listFieldsOf } from "./record-values";

/** The location's custom fields of leads, in their order. */
export const listLeadFields = (transaction: ReadTransaction, context: Context): Promise<CustomField[]> =>
  listFieldsOf(transaction, context, "lead");

/** Makes `values` (by field id) the lead's custom values: all of them but those of deleted fields. */
export async function replaceLeadValues(
  transaction: Transaction,
  context: Context,
  opportunityId: string,
  values: Map<string, unknown>,
): Promise<void> {
  const locationId = context.location.id;
  await transaction
    .delete(customValues)
    .where(and(eq(customValues.locationId, locationId), isLivingValueOf(opportunityId)));
  const rows = [...values].map(([customFieldId, value]) => ({
    locationId,
    id: newId(),
    customFieldId,
    opportunityId,
    value,
  }));
  if (rows.length > 0) await transaction.insert(customValues).values(rows);
}

/** Custom values by field id, under the names that events have for them: `custom:<field id>`. */
export const valuesInEvent = (values: Iterable<[string, unknown]>): Record<string, unknown> =>
  Object.fromEntries([...values].map(([fieldId, value]) => [`custom:${fieldId}`, value]));

/** The lead's custom values as events tell of them. */
export async function leadValuesInEvent(
  transaction: ReadTransaction,
  context: Context,
  opportunityId: string,
): Promise<Record<string, unknown>> {
  const values = await transaction
    .select({ fieldId: customValues.customFieldId, value: customValues.value })
    .from(customValues)
    .where(and(eq(customValues.locationId, context.location.id), isLivingValueOf(opportunityId)));
  return valuesInEvent(values.map(({ fieldId, value }) => [fieldId, value]));
}

const isLivingValueOf = (opportunityId: string) =>
  and(eq(customValues.opportunityId, opportunityId), isOfLivingField(sql`${customValues.customFieldId}`));
