import { pipelines, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { lockPipelines, refuseTakenName } from "./internal/lock-pipelines";
import { checkStages, freeKey, type WantedStage } from "./internal/wanted-stages";
import { mostPipelines, type Pipeline } from "./model";
import { readPipelineState } from "./pipeline-state";
import { findPipelines } from "./read-pipelines";

export type CreatePipeline = {
  name: string;
  /** At least one, in their order. */
  stages: Omit<WantedStage, "id">[];
};

/**
 * Adds a pipeline, behind the others.
 * @throws Invalid for a name that another one has, and for two stages of one name; Conflict (rule `too_many`).
 */
export function createPipeline(context: Context, input: CreatePipeline): Promise<Pipeline> {
  const { id: locationId } = context.location;
  return change(context, async (transaction, inside) => {
    const name = input.name.trim();
    const others = await lockPipelines(transaction, inside);
    refuseTakenName(others, name);
    if (others.length >= mostPipelines)
      throw new Conflict("too_many", `A location has ${mostPipelines} pipelines at most. Delete one first.`);
    checkStages([], input.stages);
    const id = newId();
    const keys = new Set<string>();
    const rows = input.stages.map((stage, position) => {
      const called = stage.name.trim();
      return { ...stage, locationId, id: newId(), pipelineId: id, name: called, key: freeKey(called, keys), position };
    });
    await transaction.insert(pipelines).values({ locationId, id, name, position: others.length });
    await transaction.insert(stages).values(rows);
    const made = (await findPipelines(transaction, inside)).find((pipeline) => pipeline.id === id);
    const after = await readPipelineState(transaction, inside, id);
    if (!made || !after) throw new Error("A pipeline that was just made is not there.");
    return { result: made, events: [{ type: "pipeline.created", subject: { type: "pipeline", id }, after }] };
  });
}
