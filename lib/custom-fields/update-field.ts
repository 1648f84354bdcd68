import { and, eq } from "drizzle-orm";
import { customFields } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { Invalid, NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { difference } from "@/lib/events/catalogue";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import { fieldColumns } from "./list-fields";
import { isLivingField } from "./living-fields";
import { type CustomFieldType, type FieldOfRecord, recordTypes, takesOptions, typesFor } from "./model";

export type UpdateField = {
  fieldId: string;
  name?: string;
  /** One that takes every value of the present one. */
  dataType?: CustomFieldType;
  /** In their order. Records keep a value that is none of them any more. */
  options?: string[];
  folder?: string | null;
};

/**
 * Changes a custom field; what is left out stays, and so does its key.
 * @throws NotFound; Invalid at `dataType` for a type that values of the field may not fit, at `options` for
 * a field to choose from that would have none.
 */
export function updateField(context: Context, { fieldId, ...wanted }: UpdateField): Promise<FieldOfRecord> {
  return change(context, async (transaction) => {
    const field = await lockField(transaction, context, fieldId);
    const { name, dataType, options, folder } = field;
    const changed = difference<Record<string, unknown>>({ name, dataType, options, folder }, withoutUndefined(wanted));
    const after = { ...field, ...changed.after };
    if (!typesFor(dataType).includes(after.dataType))
      throw Invalid.field(
        "dataType",
        "unsafe",
        "Values that are there may not fit this type. Add a field of it instead.",
      );
    if (takesOptions(after.dataType) && after.options.length === 0)
      throw Invalid.field("options", "required", "Name at least one option.");
    if (Object.keys(changed.after).length === 0) return { result: field, unchanged: true };
    await transaction
      .update(customFields)
      .set({ ...changed.after, updatedAt: context.now })
      .where(isField(context, fieldId));
    return {
      result: after,
      events: [{ type: "field.updated", subject: { type: "custom_field", id: fieldId }, ...changed }],
    };
  });
}

/**
 * Takes a custom field away from all records. Their values are kept for 30 days, in which it can be brought back.
 * @throws NotFound.
 */
export function deleteField(context: Context, { fieldId }: { fieldId: string }): Promise<void> {
  return change(context, async (transaction) => {
    const { name, recordType, dataType } = await lockField(transaction, context, fieldId);
    await transaction
      .update(customFields)
      .set({ deletedAt: context.now, updatedAt: context.now })
      .where(isField(context, fieldId));
    return {
      result: undefined,
      events: [
        {
          type: "field.deleted",
          subject: { type: "custom_field", id: fieldId },
          before: { name, recordType, dataType },
        },
      ],
    };
  });
}

/** A field that is not deleted, held until the transaction ends. @throws NotFound. */
async function lockField(transaction: Transaction, context: Context, fieldId: string): Promise<FieldOfRecord> {
  const [field] = await transaction
    .select(fieldColumns)
    .from(customFields)
    .where(and(isLivingField(context, recordTypes), eq(customFields.id, fieldId)))
    .for("update");
  if (!field) throw new NotFound("custom field");
  return field;
}

const isField = ({ location }: Context, fieldId: string) =>
  and(eq(customFields.locationId, location.id), eq(customFields.id, fieldId));
