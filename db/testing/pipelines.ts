import { pipelines, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";

/** A pipeline of its own, with stages of these names. */
export function createPipelineWithStages(
  context: Context,
  name: string,
  stageNames: string[],
): Promise<{ id: string; stageIds: string[] }> {
  const { id: locationId } = context.location;
  const id = newId();
  const rows = stageNames.map((stage, position) => ({
    locationId,
    id: newId(),
    pipelineId: id,
    key: stage.toLowerCase(),
    name: stage,
    color: "#64748b",
    probability: 50,
    position,
  }));
  return change(context, async (transaction) => {
    await transaction.insert(pipelines).values({ locationId, id, name, position: 9 });
    await transaction.insert(stages).values(rows);
    return {
      result: { id, stageIds: rows.map((row) => row.id) },
      events: [{ type: "settings.changed", subject: { type: "pipeline", id } }],
    };
  });
}
