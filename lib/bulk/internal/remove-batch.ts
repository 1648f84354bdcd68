import type { Context } from "@/lib/access/context";
import { bulkLimits, type DeleteIntoCommand } from "@/lib/bulk/model";
import type { Batch } from "@/lib/bulk/run-bulk";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import type { Moving } from "@/lib/leads/empty-stages";
import { type Removed, removePipeline, removeStage } from "@/lib/leads/remove-stages";
import { actingAs } from "./acting-as";
import type { BulkRow } from "./bulk-row";

/** Moves leads out of what is to be deleted, and deletes it once none is left. @throws as those do. */
export const removeInto = (
  transaction: Transaction,
  context: Context,
  command: DeleteIntoCommand,
  moving: Moving,
): Promise<Removed> =>
  command.type === "deleteStage"
    ? removeStage(transaction, context, { ...command, ...moving })
    : removePipeline(transaction, context, { ...command, ...moving });

/** Moves the next leads out of what is deleted, as whoever deletes it; with the last ones it goes itself. */
export async function removeBatch(
  context: Context & { transaction: Transaction },
  bulk: BulkRow,
  command: DeleteIntoCommand,
): Promise<Batch> {
  const acting = { ...(await actingAs(context, bulk)), transaction: context.transaction };
  return change(acting, async (transaction, inside) => {
    const { moved, event } = await removeInto(transaction, inside, command, {
      moves: bulk.id,
      most: bulkLimits.emptied,
    });
    const result = { done: moved, changed: moved, skipped: 0, next: event ? null : String(bulk.done + moved) };
    return event ? { result, events: [event] } : { result, unchanged: true };
  });
}
