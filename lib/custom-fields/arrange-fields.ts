import { and, asc, eq, sql } from "drizzle-orm";
import { customFields } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { fieldColumns } from "./list-fields";
import { isLivingField } from "./living-fields";
import type { FieldOfRecord, RecordType } from "./model";

/** All fields of leads, or of contacts, in their order, each with the heading that it stands under; null: under none. */
export type FieldArrangement = { recordType: RecordType; fields: { id: string; folder: string | null }[] };

/**
 * Puts the fields of leads or contacts in another order, and under other headings. A heading is there for as
 * long as a field stands under it.
 * @throws Invalid at `fields` for an order that does not name each of them once.
 */
export function arrangeFields(context: Context, wanted: FieldArrangement): Promise<FieldOfRecord[]> {
  return change(context, async (transaction) => {
    const before = await lockFields(transaction, context, wanted.recordType);
    const after = { ...wanted, fields: wanted.fields.map(({ id, folder }) => ({ id, folder })) };
    const ids = new Set(after.fields.map(({ id }) => id));
    if (ids.size !== after.fields.length || !isSameSet(ids, before))
      throw Invalid.field("fields", "incomplete", "The fields are others by now. Load the page again.");
    if (JSON.stringify(before) === JSON.stringify(after))
      return { result: await arranged(transaction, context, wanted.recordType), unchanged: true };
    await writeFieldArrangement(transaction, context, after);
    const subject = { type: "location", id: context.location.id };
    return {
      result: await arranged(transaction, context, wanted.recordType),
      events: [{ type: "field.arranged", subject, before, after }],
    };
  });
}

const isSameSet = (ids: ReadonlySet<string>, { fields }: FieldArrangement): boolean =>
  ids.size === fields.length && fields.every(({ id }) => ids.has(id));

const arranged = (transaction: Transaction, context: Context, recordType: RecordType): Promise<FieldOfRecord[]> =>
  transaction
    .select(fieldColumns)
    .from(customFields)
    .where(isLivingField(context, [recordType]))
    .orderBy(asc(customFields.position), asc(customFields.id));

/** How the fields stand to each other, held until the transaction ends. */
export async function lockFields(
  transaction: Transaction,
  context: Context,
  recordType: RecordType,
): Promise<FieldArrangement> {
  const fields = await transaction
    .select({ id: customFields.id, folder: customFields.folder })
    .from(customFields)
    .where(isLivingField(context, [recordType]))
    .orderBy(asc(customFields.position), asc(customFields.id))
    .for("update");
  return { recordType, fields };
}

/** Writes how they stand to each other. */
export async function writeFieldArrangement(
  transaction: Transaction,
  { location, now }: Context,
  { fields }: FieldArrangement,
): Promise<void> {
  const rows = JSON.stringify(fields.map((field, position) => ({ ...field, position })));
  await transaction
    .update(customFields)
    .set({ position: sql`given.position`, folder: sql`given.folder`, updatedAt: now })
    .from(sql`jsonb_to_recordset(${rows}::jsonb) as given(id text, folder text, position integer)`)
    .where(and(eq(customFields.locationId, location.id), eq(customFields.id, sql`given.id`)));
}
