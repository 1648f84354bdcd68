import { asc, eq } from "drizzle-orm";
import { pipelines } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import type { Transaction } from "@/lib/data/transaction";
import { waitForOthers } from "@/lib/data/wait-for-others";

/** The location's pipelines in their order. Nobody else changes them, or adds one, until the transaction ends. */
export async function lockPipelines(transaction: Transaction, { location }: Context) {
  await waitForOthers(transaction, `pipelines ${location.id}`);
  return transaction
    .select({ id: pipelines.id, name: pipelines.name, isDefault: pipelines.isDefault })
    .from(pipelines)
    .where(eq(pipelines.locationId, location.id))
    .orderBy(asc(pipelines.position), asc(pipelines.id))
    .for("update");
}

/** @throws Invalid at `name` when one of the others has it. */
export function refuseTakenName(others: readonly { name: string }[], name: string): void {
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    throw Invalid.field("name", "taken", "There is a pipeline of this name. Choose another one.");
}
