import { max } from "drizzle-orm";
import { customFields } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { slugify } from "@/lib/kit/text";
import { fieldColumns } from "./list-fields";
import { isLivingField } from "./living-fields";
import type { CustomFieldForm, CustomFieldType, FieldOfRecord, RecordType } from "./model";

export type CreateField = {
  recordType: RecordType;
  name: string;
  dataType: CustomFieldType;
  options?: string[];
  form?: CustomFieldForm;
  folder?: string | null;
  position?: number;
};

/**
 * Adds a custom field to the location's contacts or leads, behind the others unless a place is said. Its
 * key is made of its name.
 * @throws Invalid at `name` when there is a field of this key.
 */
export function createField(context: Context, input: CreateField): Promise<FieldOfRecord> {
  const { recordType, name, dataType, options = [], form = {}, folder = null } = input;
  const fieldKey = slugify(name).replaceAll("-", "_") || "field";
  const { id: locationId } = context.location;
  return change(context, async (transaction) => {
    const [last] = await transaction
      .select({ position: max(customFields.position) })
      .from(customFields)
      .where(isLivingField(context, [recordType]));
    const position = input.position ?? (last?.position ?? -1) + 1;
    const id = newId();
    const [made] = await transaction
      .insert(customFields)
      .values({ locationId, id, recordType, fieldKey, name, dataType, options, form, folder, position })
      .onConflictDoNothing()
      .returning(fieldColumns);
    if (!made) throw Invalid.field("name", "taken", "There is a field of this name. Choose another one.");
    return {
      result: made,
      events: [
        {
          type: "field.created",
          subject: { type: "custom_field", id },
          after: { name, recordType, dataType, options, form, folder },
        },
      ],
    };
  });
}
