import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { removePipeline } from "./remove-stages";

export type DeletePipeline = {
  pipelineId: string;
  /** The stage that its leads go to, those in the bin with them: one of another pipeline. */
  targetId: string;
};

/**
 * Deletes a pipeline and puts its leads into a stage of another one. Where new leads started in it, they
 * start in the other one from then on. Answers how many leads went, without those in the bin.
 * @throws NotFound; Invalid at `target` for a stage of its own or one that is not there; Conflict
 * (rule `last_pipeline`) for the only one.
 */
export function deletePipeline(context: Context, input: DeletePipeline): Promise<{ moved: number }> {
  return change(context, async (transaction, inside) => {
    const { moved, event } = await removePipeline(transaction, inside, input);
    return { result: { moved }, events: [event] };
  });
}
