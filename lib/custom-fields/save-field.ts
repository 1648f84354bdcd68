import { and, eq, max } from "drizzle-orm";
import { customFields } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { slugify } from "@/lib/kit/text";
import type { CustomField, CustomFieldType } from "./model";
import { listFieldsOf } from "./record-values";

export type CreateField = {
  recordType: "contact" | "lead";
  name: string;
  dataType: CustomFieldType;
  options?: string[];
  position?: number;
};

/** A custom field with whose it is and where it stands among the others. */
export type FieldOfRecord = CustomField & { recordType: "contact" | "lead"; position: number };

/**
 * Adds a custom field to the location's contacts or leads. Its key is made of its name.
 * @throws Invalid at `name` when there is a field of this key.
 */
export function createField(context: Context, input: CreateField): Promise<FieldOfRecord> {
  const { recordType, name, dataType, options = [] } = input;
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
      .values({ locationId, id, recordType, fieldKey, name, dataType, options, position })
      .onConflictDoNothing()
      .returning({ id: customFields.id });
    if (made.length === 0) throw Invalid.field("name", "taken", "There is a field of this name. Choose another one.");
    return {
      result: { id, fieldKey, name, dataType, options, required: false, recordType, position },
      events: [
        {
          type: "settings.changed",
          subject: { type: "custom_field", id },
          after: { name, recordType, dataType, options },
        },
      ],
    };
  });
}

/** The location's custom fields of contacts, of leads, or of both. */
export function listFields(
  context: Context,
  { recordTypes }: { recordTypes: readonly ("contact" | "lead")[] },
): Promise<FieldOfRecord[]> {
  return read(context, async (transaction) => {
    const lists = await Promise.all(recordTypes.map((recordType) => listFieldsOf(transaction, context, recordType)));
    return lists.flatMap((fields, place) =>
      fields.map((field, position) => ({ ...field, recordType: recordTypes[place] ?? "contact", position })),
    );
  });
}
