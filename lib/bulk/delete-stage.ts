import type { Context } from "@/lib/access/context";
import { deleteInto } from "./delete-into";
import type { DeletedInto } from "./model";

export type DeleteStage = {
  stageId: string;
  /** Where its leads go, those in the bin with them. */
  targetId: string;
};

/**
 * Deletes a stage and puts its leads into another one, in the order they had: at once, or batch by batch
 * where there are many. Answers how many leads went, without those in the bin.
 * @throws NotFound; Invalid at `target` for the stage itself or one that is not there; Conflict
 * (rule `last_stage`) for the only one of its pipeline.
 */
export const deleteStage = (context: Context, input: DeleteStage): Promise<DeletedInto> =>
  deleteInto(context, { type: "deleteStage", ...input });
