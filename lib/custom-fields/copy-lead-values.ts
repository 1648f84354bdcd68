import { and, eq } from "drizzle-orm";
import { customValues } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";

/** Gives a lead the custom values of another. */
export async function copyLeadValues(
  transaction: Transaction,
  context: Context,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const { id: locationId } = context.location;
  const values = await transaction
    .select({ customFieldId: customValues.customFieldId, value: customValues.value })
    .from(customValues)
    .where(and(eq(customValues.locationId, locationId), eq(customValues.opportunityId, from)));
  const rows = values.map((value) => ({ ...value, locationId, id: newId(), opportunityId: to }));
  if (rows.length > 0) await transaction.insert(customValues).values(rows);
}
