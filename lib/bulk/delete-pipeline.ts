import type { Context } from "@/lib/access/context";
import { deleteInto } from "./delete-into";
import type { DeletedInto } from "./model";

export type DeletePipeline = {
  pipelineId: string;
  /** The stage that its leads go to, those in the bin with them: one of another pipeline. */
  targetId: string;
};

/**
 * Deletes a pipeline and puts its leads into a stage of another one: at once, or batch by batch where there
 * are many. Where new leads started in it, they start in the other one from then on. Answers how many leads
 * went, without those in the bin.
 * @throws NotFound; Invalid at `target` for a stage of its own or one that is not there; Conflict
 * (rule `last_pipeline`) for the only one.
 */
export const deletePipeline = (context: Context, input: DeletePipeline): Promise<DeletedInto> =>
  deleteInto(context, { type: "deletePipeline", ...input });
