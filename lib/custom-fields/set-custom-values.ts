import { and, eq, inArray } from "drizzle-orm";
import { customFields, customValues } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { difference } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import { isLivingField } from "./living-fields";
import { readCustomValues } from "./model";

export type SetCustomValues = {
  opportunityId: string;
  contactId: string;
  /** By field id; null takes a value away. Fields that are not named stay as they are. */
  values: Record<string, unknown>;
};

/** The custom values of a lead by field id. */
export async function customValuesOf(
  transaction: ReadTransaction,
  { location }: Context,
  { opportunityId }: { opportunityId: string },
): Promise<Record<string, unknown>> {
  const rows = await transaction
    .select({ fieldId: customValues.customFieldId, value: customValues.value })
    .from(customValues)
    .where(and(eq(customValues.locationId, location.id), eq(customValues.opportunityId, opportunityId)));
  return Object.fromEntries(rows.map(({ fieldId, value }) => [fieldId, value]));
}

/**
 * Sets some of the custom values of a lead, which the caller was found to be allowed to change.
 * @throws Invalid at `custom` and the field's id for values that do not fit, for a required one that
 * is taken away, and for a field that the location's leads do not have.
 */
export function setCustomValues(
  context: Context,
  { opportunityId, contactId, values }: SetCustomValues,
): Promise<void> {
  return change(context, async (transaction) => {
    const { id: locationId } = context.location;
    const ids = Object.keys(values);
    const fields = await transaction
      .select()
      .from(customFields)
      .where(and(isLivingField(context, ["lead"]), inArray(customFields.id, ids)));
    const byKey = Object.fromEntries(fields.map(({ id, fieldKey }) => [fieldKey, values[id]]));
    const read = readCustomValues(fields, byKey);
    const unknown = ids.filter((id) => !fields.some((field) => field.id === id));
    const issues = [
      ...unknown.map((id) => ({ path: ["custom", id], rule: "unknown", message: "There is no such field." })),
      ...read.issues.map((issue) => ({
        ...issue,
        path: ["custom", fields.find(({ fieldKey }) => fieldKey === issue.path[0])?.id ?? ""],
      })),
    ];
    if (issues.length > 0) throw new Invalid(issues);
    const present = await customValuesOf(transaction, context, { opportunityId });
    const inEvent = (record: Record<string, unknown>) =>
      Object.fromEntries(ids.map((id) => [`custom:${id}`, record[id] ?? null]));
    const changed = difference(inEvent(present), inEvent(Object.fromEntries(read.values)));
    if (Object.keys(changed.after).length === 0) return { result: undefined, unchanged: true };
    await transaction
      .delete(customValues)
      .where(
        and(
          eq(customValues.locationId, locationId),
          eq(customValues.opportunityId, opportunityId),
          inArray(customValues.customFieldId, ids),
        ),
      );
    const rows = [...read.values].map(([customFieldId, value]) => ({
      locationId,
      id: newId(),
      customFieldId,
      opportunityId,
      value,
    }));
    if (rows.length > 0) await transaction.insert(customValues).values(rows);
    const subject = { type: "lead", id: opportunityId };
    return { result: undefined, events: [{ type: "lead.updated", subject, contactId, opportunityId, ...changed }] };
  });
}
