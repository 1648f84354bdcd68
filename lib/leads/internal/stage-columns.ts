import type { Context } from "@/lib/access/context";
import { firstRank } from "@/lib/kit/rank";

type Stage = { id: string; key: string; name: string; pipelineId: string };

/** The columns of a lead that comes into a stage: at its top. */
export const columnsInStage = (context: Context, stage: Pick<Stage, "id" | "pipelineId">) => ({
  pipelineId: stage.pipelineId,
  stageId: stage.id,
  position: firstRank(context.now.getTime()),
  stageChangedAt: context.now,
});

/** Where a lead stands, as events of moves tell of it: enough to put it back there. */
export const placeInEvent = (
  { id, key, name, pipelineId }: Stage,
  { position, stageChangedAt }: { position: string; stageChangedAt: Date },
) => ({ stageId: id, stage: key, stageName: name, pipelineId, position, stageChangedAt });
