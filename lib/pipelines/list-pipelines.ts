import { asc, eq } from "drizzle-orm";
import { pipelines, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { readAtOnce } from "@/lib/data/doors";

/** A pipeline with its stages, in their order. */
export type PipelineWithStages = {
  id: string;
  name: string;
  stages: { id: string; name: string; position: number }[];
};

/** The location's pipelines in their order, each with its stages. */
export async function listPipelines(context: Context): Promise<PipelineWithStages[]> {
  const { id } = context.location;
  const [found, parts] = await readAtOnce(context, (transaction) =>
    Promise.all([
      transaction
        .select({ id: pipelines.id, name: pipelines.name })
        .from(pipelines)
        .where(eq(pipelines.locationId, id))
        .orderBy(asc(pipelines.position), asc(pipelines.id)),
      transaction
        .select({ id: stages.id, name: stages.name, position: stages.position, pipelineId: stages.pipelineId })
        .from(stages)
        .where(eq(stages.locationId, id))
        .orderBy(asc(stages.position), asc(stages.id)),
    ]),
  );
  return found.map((pipeline) => ({
    ...pipeline,
    stages: parts.filter(({ pipelineId }) => pipelineId === pipeline.id).map(({ pipelineId: _, ...stage }) => stage),
  }));
}
