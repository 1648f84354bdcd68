import { and, eq } from "drizzle-orm";
import { pipelines, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid, NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { difference } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import { lockPipelines, refuseTakenName } from "./internal/lock-pipelines";
import { checkStages, freeKey, type WantedStage } from "./internal/wanted-stages";
import type { Pipeline, PipelineStageSettings } from "./model";
import { readPipelineState } from "./pipeline-state";
import { findPipelines } from "./read-pipelines";

export type SavePipeline = {
  pipelineId: string;
  name?: string;
  /** All stages in their order: those with an id are changed, those without are new. To take one away is to delete it. */
  stages?: WantedStage[];
};

/**
 * Names a pipeline, and changes, adds and orders its stages; their keys stay, so that programs go on
 * finding them.
 * @throws NotFound; Invalid for a name that another pipeline has, for a stage that is left out or
 * unknown, and for two of one name.
 */
export function savePipeline(context: Context, { pipelineId, name, stages: wanted }: SavePipeline): Promise<Pipeline> {
  return change(context, async (transaction, inside) => {
    // Two who save at once: the second sees what the first made.
    const others = (await lockPipelines(transaction, inside)).filter(({ id }) => id !== pipelineId);
    const known = await readPipelineState(transaction, inside, pipelineId);
    const before = (await findPipelines(transaction, inside)).find(({ id }) => id === pipelineId);
    if (!known || !before) throw new NotFound("pipeline");
    const called = name?.trim() ?? before.name;
    if (called !== before.name) {
      refuseTakenName(others, called);
      await transaction
        .update(pipelines)
        .set({ name: called, updatedAt: context.now })
        .where(and(eq(pipelines.locationId, context.location.id), eq(pipelines.id, pipelineId)));
    }
    if (wanted) await saveStages(transaction, inside, before, wanted);
    const after = (await findPipelines(transaction, inside)).find(({ id }) => id === pipelineId);
    if (!after) throw new NotFound("pipeline");
    const changed = difference(known, (await readPipelineState(transaction, inside, pipelineId)) ?? {});
    if (Object.keys(changed.after).length === 0) return { result: after, unchanged: true };
    const subject = { type: "pipeline", id: pipelineId };
    return { result: after, events: [{ type: "pipeline.updated", subject, ...changed }] };
  });
}

async function saveStages(
  transaction: Transaction,
  { location: { id: locationId }, now }: Context,
  { id: pipelineId, stages: known }: Pipeline,
  wanted: WantedStage[],
): Promise<void> {
  refuseLeftOut(known, wanted);
  checkStages(known, wanted);
  const keys = new Set(known.map(({ key }) => key));
  for (const [position, { id, ...stage }] of wanted.entries()) {
    const columns = { ...stage, name: stage.name.trim(), position, updatedAt: now };
    if (id)
      await transaction
        .update(stages)
        .set(columns)
        .where(and(eq(stages.locationId, locationId), eq(stages.id, id)));
    else
      await transaction
        .insert(stages)
        .values({ locationId, id: newId(), pipelineId, key: freeKey(columns.name, keys), ...columns });
  }
}

/** @throws Invalid for a stage that is not among those wanted: to take it away is another thing. */
function refuseLeftOut(known: PipelineStageSettings[], wanted: WantedStage[]): void {
  const left = known.find(({ id }) => !wanted.some((stage) => stage.id === id));
  if (left)
    throw Invalid.field(
      "stages",
      "left_out",
      `The stage ${left.name} is missing. Load the page again; to take a stage away, delete it.`,
    );
}
