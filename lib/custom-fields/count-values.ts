import { and, eq, isNotNull, sql } from "drizzle-orm";
import { customFields, customValues } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { read } from "@/lib/data/doors";
import { isLivingField } from "./living-fields";
import { type FieldUsage, recordTypes } from "./model";

const most = 1000;

/** How many leads or contacts have a value of a field: counted up to a thousand. @throws NotFound. */
export function countValues(context: Context, { fieldId }: { fieldId: string }): Promise<FieldUsage> {
  return read(context, async (transaction) => {
    const [field] = await transaction
      .select({ recordType: customFields.recordType })
      .from(customFields)
      .where(and(isLivingField(context, recordTypes), eq(customFields.id, fieldId)));
    if (!field) throw new NotFound("custom field");
    const owner = field.recordType === "lead" ? customValues.opportunityId : customValues.contactId;
    const found = transaction
      .select({ one: sql`1` })
      .from(customValues)
      .where(
        and(
          eq(customValues.locationId, context.location.id),
          eq(customValues.customFieldId, fieldId),
          isNotNull(owner),
        ),
      )
      .limit(most + 1)
      .as("found");
    const [counted] = await transaction.select({ count: sql<number>`count(*)::int` }).from(found);
    const count = counted?.count ?? 0;
    return { count: Math.min(count, most), exact: count <= most };
  });
}
