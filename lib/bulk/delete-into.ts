import { and, eq, isNull, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";
import { findBulk } from "./internal/bulk-row";
import { removeInto } from "./internal/remove-batch";
import { bulkLimits, type DeletedInto, type DeleteIntoCommand } from "./model";
import { addBulk } from "./start-bulk";

/**
 * Deletes a stage or a pipeline whose leads go to another stage. Where they are many, some of them go at
 * once and a job moves the others, deletes it in the end, and can be cancelled and undone.
 * @throws what `removeStage` and `removePipeline` throw.
 */
export const deleteInto = (context: Context, command: DeleteIntoCommand): Promise<DeletedInto> =>
  change<DeletedInto>(context, async (transaction, inside) => {
    const id = newId();
    const moving = { moves: id, most: bulkLimits.emptied };
    const { moved, event } = await removeInto(transaction, inside, command, moving);
    if (event) return { result: { moved, bulk: null }, events: [event] };
    const total = moved + (await countLeft(transaction, inside, command));
    await addBulk(transaction, inside, { id, selection: { ids: [] }, command, total, done: moved });
    return {
      result: { moved, bulk: await findBulk(transaction, inside, id) },
      events: [{ type: "leads.changed_in_bulk", subject: { type: "bulk", id }, after: { command, total } }],
    };
  });

async function countLeft(
  transaction: ReadTransaction,
  { location }: Context,
  command: DeleteIntoCommand,
): Promise<number> {
  const { stageId, pipelineId, locationId, deletedAt } = opportunities;
  const isIn = command.type === "deleteStage" ? eq(stageId, command.stageId) : eq(pipelineId, command.pipelineId);
  const [left] = await transaction
    .select({ count: sql<number>`count(*)::int` })
    .from(opportunities)
    .where(and(eq(locationId, location.id), isIn, isNull(deletedAt)));
  return left?.count ?? 0;
}
