import { and, eq } from "drizzle-orm";
import { pipelines, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid, NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { slugify } from "@/lib/kit/text";
import type { Pipeline, PipelineStageSettings } from "./model";
import { findPipelines } from "./read-pipelines";

type WantedStage = Omit<PipelineStageSettings, "id" | "key" | "leads"> & { id?: string };

export type SavePipeline = {
  pipelineId: string;
  name?: string;
  /** All stages in their order: those with an id are changed, those without are new. To take one away is to delete it. */
  stages?: WantedStage[];
};

/**
 * Names a pipeline, and changes, adds and orders its stages; their keys stay, so that programs go on
 * finding them.
 * @throws NotFound; Invalid for a stage that is left out or unknown, and for two of one name.
 */
export function savePipeline(context: Context, { pipelineId, name, stages: wanted }: SavePipeline): Promise<Pipeline> {
  const { id: locationId } = context.location;
  return change(context, async (transaction, inside) => {
    const find = async () => (await findPipelines(transaction, inside)).find(({ id }) => id === pipelineId);
    // Two who save at once: the second sees what the first made.
    await transaction
      .select({ id: pipelines.id })
      .from(pipelines)
      .where(and(eq(pipelines.locationId, locationId), eq(pipelines.id, pipelineId)))
      .for("update");
    const before = await find();
    if (!before) throw new NotFound("pipeline");
    const mine = and(eq(pipelines.locationId, locationId), eq(pipelines.id, pipelineId));
    if (name !== undefined)
      await transaction.update(pipelines).set({ name: name.trim(), updatedAt: context.now }).where(mine);
    if (wanted) checkStages(before.stages, wanted);
    const keys = new Set(before.stages.map(({ key }) => key));
    for (const [position, { id, ...stage }] of (wanted ?? []).entries()) {
      const columns = { ...stage, name: stage.name.trim(), position, updatedAt: context.now };
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
    const after = await find();
    if (!after) throw new NotFound("pipeline");
    const subject = { type: "pipeline", id: pipelineId };
    return { result: after, events: [{ type: "settings.changed", subject, before, after }] };
  });
}

/** @throws Invalid for stages that are left out or unknown, and for two of one name. */
function checkStages(known: PipelineStageSettings[], wanted: WantedStage[]): void {
  const left = known.find(({ id }) => !wanted.some((stage) => stage.id === id));
  if (left)
    throw Invalid.field(
      "stages",
      "left_out",
      `The stage ${left.name} is missing. Load the page again; to take a stage away, delete it.`,
    );
  const names = new Set<string>();
  for (const [index, { id, name }] of wanted.entries()) {
    const refuse = (rule: string, message: string) => new Invalid([{ path: ["stages", index, "name"], rule, message }]);
    if (id && !known.some((stage) => stage.id === id))
      throw refuse("unknown", "This stage is not there any more. Load the page again.");
    const word = name.trim().toLowerCase();
    if (names.has(word)) throw refuse("taken", "There are two stages of this name. Change one of them.");
    names.add(word);
  }
}

/** A key for a stage of this name that no other stage of the pipeline has. */
function freeKey(name: string, taken: Set<string>): string {
  const word = slugify(name, 40).replaceAll("-", "_") || "stage";
  let key = word;
  for (let count = 2; taken.has(key); count++) key = `${word}_${count}`;
  taken.add(key);
  return key;
}
