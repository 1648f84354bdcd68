import { and, asc, eq, sql } from "drizzle-orm";
import { pipelines, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";

/** A stage with the pipeline it belongs to. */
export type PipelineStage = {
  id: string;
  number: number;
  key: string;
  name: string;
  description: string;
  /** `#rrggbb`, chosen by people. */
  color: string;
  /** Chance of winning, 0 to 100. */
  probability: number;
  pipeline: { id: string; name: string };
};

/** All stages of the location, pipeline by pipeline, in their order. */
export const listStages = (context: Context): Promise<PipelineStage[]> =>
  read(context, (transaction) => findStages(transaction, context));

/** `listStages` inside a transaction. */
export async function findStages(transaction: ReadTransaction, { location }: Context): Promise<PipelineStage[]> {
  const query = prepared(transaction, "stages", (connection) =>
    connection
      .select({
        id: stages.id,
        number: stages.number,
        key: stages.key,
        name: stages.name,
        description: stages.description,
        color: stages.color,
        probability: stages.probability,
        pipeline: { id: pipelines.id, name: pipelines.name },
      })
      .from(stages)
      .innerJoin(pipelines, and(eq(pipelines.locationId, stages.locationId), eq(pipelines.id, stages.pipelineId)))
      .where(eq(stages.locationId, sql.placeholder("locationId")))
      .orderBy(asc(pipelines.position), asc(pipelines.id), asc(stages.position)),
  );
  return query.execute({ locationId: location.id });
}
