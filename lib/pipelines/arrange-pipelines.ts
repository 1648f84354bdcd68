import { and, eq } from "drizzle-orm";
import { pipelines } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { lockPipelines } from "./internal/lock-pipelines";
import type { Pipeline } from "./model";
import { findPipelines } from "./read-pipelines";

/** How the pipelines of a location stand to each other. */
export type Arrangement = {
  /** The ids of all of them. */
  order: string[];
  /** The one that new leads start in when nothing else is said. */
  defaultId: string;
};

/**
 * Puts the pipelines in another order, or lets new leads start in another one; what is left out stays.
 * @throws Invalid for an order that does not name each of them once, and for a pipeline that is not there.
 */
export function arrangePipelines(context: Context, wanted: Partial<Arrangement>): Promise<Pipeline[]> {
  return change(context, async (transaction, inside) => {
    const before = await lockArrangement(transaction, inside);
    const after = { order: wanted.order ?? before.order, defaultId: wanted.defaultId ?? before.defaultId };
    if (new Set(after.order).size !== before.order.length || before.order.some((id) => !after.order.includes(id)))
      throw Invalid.field("order", "incomplete", "The pipelines are others by now. Load the page again.");
    if (!before.order.includes(after.defaultId))
      throw Invalid.field("defaultId", "unknown", "This pipeline is not there any more. Load the page again.");
    if (JSON.stringify(before) === JSON.stringify(after))
      return { result: await findPipelines(transaction, inside), unchanged: true };
    await writeArrangement(transaction, inside, after);
    const subject = { type: "location", id: context.location.id };
    return {
      result: await findPipelines(transaction, inside),
      events: [{ type: "pipeline.arranged", subject, before, after }],
    };
  });
}

/** How the pipelines stand to each other, held until the transaction ends. */
export async function lockArrangement(transaction: Transaction, context: Context): Promise<Arrangement> {
  const all = await lockPipelines(transaction, context);
  return { order: all.map(({ id }) => id), defaultId: all.find(({ isDefault }) => isDefault)?.id ?? "" };
}

/** Writes how they stand to each other. */
export async function writeArrangement(
  transaction: Transaction,
  { location, now }: Context,
  { order, defaultId }: Arrangement,
): Promise<void> {
  const here = eq(pipelines.locationId, location.id);
  for (const [position, id] of order.entries())
    await transaction
      .update(pipelines)
      .set({ position })
      .where(and(here, eq(pipelines.id, id)));
  // One at a time: there are never two.
  await transaction
    .update(pipelines)
    .set({ isDefault: false })
    .where(and(here, eq(pipelines.isDefault, true)));
  await transaction
    .update(pipelines)
    .set({ isDefault: true, updatedAt: now })
    .where(and(here, eq(pipelines.id, defaultId)));
}
