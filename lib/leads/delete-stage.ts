import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { removeStage } from "./remove-stages";

export type DeleteStage = {
  stageId: string;
  /** Where its leads go, those in the bin with them. */
  targetId: string;
};

/**
 * Deletes a stage and puts its leads into another one, in the order they had. Answers how many leads
 * went, without those in the bin.
 * @throws NotFound; Invalid at `target` for the stage itself or one that is not there; Conflict
 * (rule `last_stage`) for the only one of its pipeline.
 */
export function deleteStage(context: Context, input: DeleteStage): Promise<{ moved: number }> {
  return change(context, async (transaction, inside) => {
    const { moved, event } = await removeStage(transaction, inside, input);
    return { result: { moved }, events: [event] };
  });
}
