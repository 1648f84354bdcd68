import { and, asc, eq, inArray, max } from "drizzle-orm";
import { customFields } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { slugify } from "@/lib/kit/text";
import type { CustomField, CustomFieldForm, CustomFieldType } from "./model";

export type CreateField = {
  recordType: "contact" | "lead";
  name: string;
  dataType: CustomFieldType;
  options?: string[];
  form?: CustomFieldForm;
  position?: number;
};

/** A custom field with whose it is, where it stands among the others, and how forms ask for it. */
export type FieldOfRecord = CustomField & { recordType: "contact" | "lead"; position: number; form: CustomFieldForm };

/**
 * Adds a custom field to the location's contacts or leads. Its key is made of its name.
 * @throws Invalid at `name` when there is a field of this key.
 */
export function createField(context: Context, input: CreateField): Promise<FieldOfRecord> {
  const { recordType, name, dataType, options = [], form = {} } = input;
  const fieldKey = slugify(name).replaceAll("-", "_") || "field";
  const { id: locationId } = context.location;
  return change(context, async (transaction) => {
    const mine = and(eq(customFields.locationId, locationId), eq(customFields.recordType, recordType));
    const [last] = await transaction
      .select({ position: max(customFields.position) })
      .from(customFields)
      .where(mine);
    const position = input.position ?? (last?.position ?? -1) + 1;
    const id = newId();
    const made = await transaction
      .insert(customFields)
      .values({ locationId, id, recordType, fieldKey, name, dataType, options, form, position })
      .onConflictDoNothing()
      .returning({ id: customFields.id });
    if (made.length === 0) throw Invalid.field("name", "taken", "There is a field of this name. Choose another one.");
    return {
      result: { id, fieldKey, name, dataType, options, required: false, recordType, form, position },
      events: [
        {
          type: "settings.changed",
          subject: { type: "custom_field", id },
          after: { name, recordType, dataType, options, form },
        },
      ],
    };
  });
}

/** The location's custom fields of contacts, of leads, or of both, in their order. */
export function listFields(
  context: Context,
  { recordTypes }: { recordTypes: readonly ("contact" | "lead")[] },
): Promise<FieldOfRecord[]> {
  const { id, recordType, fieldKey, name, dataType, options, required, form, position } = customFields;
  return read(context, (transaction) =>
    transaction
      .select({ id, recordType, fieldKey, name, dataType, options, required, form, position })
      .from(customFields)
      .where(and(eq(customFields.locationId, context.location.id), inArray(recordType, [...recordTypes])))
      .orderBy(asc(recordType), asc(position), asc(id)),
  );
}
