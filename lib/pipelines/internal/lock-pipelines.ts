import { asc, eq } from "drizzle-orm";
import { pipelines } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import type { Transaction } from "@/lib/data/transaction";

/** The location's pipelines in their order, held until the transaction ends: two who change them wait for each other. */
export const lockPipelines = (transaction: Transaction, { location }: Context) =>
  transaction
    .select({ id: pipelines.id, name: pipelines.name, isDefault: pipelines.isDefault })
    .from(pipelines)
    .where(eq(pipelines.locationId, location.id))
    .orderBy(asc(pipelines.position), asc(pipelines.id))
    .for("update");

/** @throws Invalid at `name` when one of the others has it. */
export function refuseTakenName(others: readonly { name: string }[], name: string): void {
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    throw Invalid.field("name", "taken", "There is a pipeline of this name. Choose another one.");
}
