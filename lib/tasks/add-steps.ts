import { checklistItems } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";

/** Gives a task that was just made its steps, in the transaction that made it. */
export async function addSteps(
  transaction: Transaction,
  { location }: Context,
  { taskId, texts }: { taskId: string; texts: string[] },
): Promise<void> {
  const rows = texts.map((text, position) => ({ locationId: location.id, id: newId(), taskId, text, position }));
  if (rows.length > 0) await transaction.insert(checklistItems).values(rows);
}
