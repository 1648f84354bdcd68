import { eq, sql } from "drizzle-orm";
import { stages as stageTable } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { matchingLeads } from "@/lib/leads/query/matching-leads";
import type { Condition, Group } from "@/lib/leads/query/model";
import { findStages } from "@/lib/pipelines/list-stages";
import { findPipelineSettings } from "@/lib/pipelines/read-pipeline-settings";
import { inStages, scopeConditions } from "./internal/scope";
import type { ReportScope } from "./model";

/** Open deals that have been in their stage for more days than it allows. */
export type Stalled = {
  leads: number;
  /** Null where there is no stage to stall in. */
  filter: Group | null;
  /** Those where any has stalled, in the order of the pipelines. */
  stages: {
    id: string;
    name: string;
    color: string;
    pipeline: string;
    /** Days without a move after which a deal has stalled here. */
    afterDays: number;
    leads: number;
    filter: Group;
  }[];
};

/**
 * The stalled deals of the scope's pipeline, owner and source; its range does not matter. Days are those
 * of the calendar, as the list counts them; where everything is decided, nothing stalls.
 */
export function readStalled(context: Context, scope: ReportScope): Promise<Stalled> {
  return read(context, async (transaction) => {
    const [all, limits, { stalledAfterDays }] = await Promise.all([
      findStages(transaction, context),
      transaction
        .select({ id: stageTable.id, days: stageTable.stalledAfterDays })
        .from(stageTable)
        .where(eq(stageTable.locationId, context.location.id)),
      findPipelineSettings(transaction, context),
    ]);
    const daysOf = new Map(limits.map(({ id, days }) => [id, days]));
    const stages = all
      .filter(({ pipeline, probability }) => probability > 0 && probability < 100 && isIn(scope, pipeline.id))
      .map((stage) => ({ ...stage, afterDays: daysOf.get(stage.id) ?? stalledAfterDays }));
    if (stages.length === 0) return { leads: 0, filter: null, stages: [] };
    const open: Condition[] = [
      ...scopeConditions(scope),
      { field: "status", operator: "is", value: "open" },
      { field: "archived", operator: "is", value: false },
    ];
    const byDays = [...Map.groupBy(stages, ({ afterDays }) => afterDays)];
    const filter: Group = {
      all: [...open, { any: byDays.map(([days, some]) => ({ all: [inStages(some), longerThan(days)] })) }],
    };
    const { rows } = await transaction.execute<{ stageId: string; leads: number }>(sql`
      select stage_id as "stageId", count(*)::int as leads from ${matchingLeads(context, filter)} group by 1`);
    const counts = new Map(rows.map(({ stageId, leads }) => [stageId, leads]));
    return {
      leads: rows.reduce((sum, { leads }) => sum + leads, 0),
      filter,
      stages: stages
        .map(({ id, name, color, pipeline, afterDays }) => ({
          id,
          name,
          color,
          pipeline: pipeline.name,
          afterDays,
          leads: counts.get(id) ?? 0,
          filter: { all: [...open, { field: "stage", operator: "is" as const, value: id }, longerThan(afterDays)] },
        }))
        .filter(({ leads }) => leads > 0),
    };
  });
}

const isIn = ({ pipelineId }: ReportScope, id: string): boolean => !pipelineId || pipelineId === id;

const longerThan = (days: number): Condition => ({
  field: "stageChangedAt",
  operator: "olderThanDays",
  value: days + 1,
});
