import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { leadTallies, pipelines, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { Pipeline } from "./model";

/** The location's pipelines in their order, with all that people chose about their stages and how many leads are in each. */
export const readPipelines = (context: Context): Promise<Pipeline[]> =>
  read(context, (transaction) => findPipelines(transaction, context));

/** The same inside a transaction. */
export async function findPipelines(
  transaction: ReadTransaction,
  { location: { id: locationId } }: Context,
): Promise<Pipeline[]> {
  const found = await transaction
    .select({ id: pipelines.id, name: pipelines.name, isDefault: pipelines.isDefault })
    .from(pipelines)
    .where(eq(pipelines.locationId, locationId))
    .orderBy(asc(pipelines.position), asc(pipelines.id));
  const parts = await transaction
    .select({
      id: stages.id,
      pipelineId: stages.pipelineId,
      key: stages.key,
      name: stages.name,
      color: stages.color,
      probability: stages.probability,
      stalledAfterDays: stages.stalledAfterDays,
    })
    .from(stages)
    .where(eq(stages.locationId, locationId))
    .orderBy(asc(stages.position), asc(stages.id));
  const counts = await countInStages(
    transaction,
    locationId,
    parts.map(({ id }) => id),
  );
  return found.map((pipeline) => ({
    ...pipeline,
    stages: parts
      .filter(({ pipelineId }) => pipelineId === pipeline.id)
      .map(({ pipelineId: _, ...stage }) => ({ ...stage, leads: counts.get(stage.id) ?? 0 })),
  }));
}

/** From the tallies: the leads themselves may be a million. */
async function countInStages(
  transaction: ReadTransaction,
  locationId: string,
  stageIds: string[],
): Promise<Map<string, number>> {
  if (stageIds.length === 0) return new Map();
  const rows = await transaction
    .select({ stageId: sql<string>`${leadTallies.stageId}`, leads: sql<number>`sum(${leadTallies.leads})::int` })
    .from(leadTallies)
    .where(
      and(
        eq(leadTallies.locationId, locationId),
        isNull(leadTallies.createdOn),
        inArray(leadTallies.stageId, stageIds),
      ),
    )
    .groupBy(leadTallies.stageId);
  return new Map(rows.map(({ stageId, leads }) => [stageId, leads]));
}
