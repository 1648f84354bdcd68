import { sql } from "drizzle-orm";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { localDate } from "@/lib/kit/zone";
import type { LeadStatus } from "@/lib/leads/model";
import { leadFacts } from "@/lib/leads/query/lead-facts";
import type { Group, Part } from "@/lib/leads/query/model";
import { findStages, type PipelineStage } from "@/lib/pipelines/list-stages";
import { waysToWin } from "./internal/closed-leads";
import { inStages, onDays, scopeConditions, talliedScope } from "./internal/scope";
import { spansOf } from "./internal/spans";
import { findStageDays } from "./internal/stage-days";
import type { ReportScope } from "./model";

/** How far the leads of a pipeline came that were made in a range. */
export type Funnel = {
  /** Null where the location has no such pipeline. */
  pipeline: { id: string; name: string } | null;
  /** From the first stage to being won. */
  steps: FunnelStep[];
};

export type FunnelStep = {
  /** Null for the last step: they were won. */
  stage: { id: string; name: string; color: string } | null;
  /** How many stand here or further on, or were won; at the first step all. */
  leads: number;
  /** In percent of the step before, to one decimal; null at the first. */
  ofPrevious: number | null;
  /** The median of how many days they stayed, of stays that ended in the range; null when none did. */
  days: number | null;
  filter: Group;
};

type Standing = { stageId: string; status: LeadStatus; leads: number };

/**
 * The funnel of one pipeline, the first when the scope names none. A lead counts at every step up to
 * where it stands now (one that was lost stands where it was lost), so that tallies can tell; in a last
 * stage without a chance, such as "closed", it counts at the first step alone.
 */
export function readFunnel(context: Context, scope: ReportScope): Promise<Funnel> {
  const { current } = spansOf(scope.range, localDate(context.now, context.location.timeZone));
  return read(context, async (transaction) => {
    const all = await findStages(transaction, context);
    const pipeline = (all.find((stage) => stage.pipeline.id === scope.pipelineId) ?? (scope.pipelineId ? null : all[0]))
      ?.pipeline;
    if (!pipeline) return { pipeline: null, steps: [] };
    const own = { ...scope, pipelineId: pipeline.id };
    const stages = all.filter((stage) => stage.pipeline.id === pipeline.id);
    const open = stagesBeforeEnd(stages);
    const won = stages.filter(({ probability }) => probability === 100);
    const [standings, days] = await Promise.all([
      transaction.execute<Standing>(sql`select stage_id as "stageId", status, sum(leads)::int as leads
        from ${leadFacts(context, current, ["stage", "status"], talliedScope(own, all))} as facts group by 1, 2`),
      findStageDays(transaction, context, { scope, stageIds: open.map(({ id }) => id), span: current }),
    ]);
    const steps = [...open, null].map((stage, place) => {
      const further = [...open.slice(place), ...won];
      const part = place === 0 ? [] : [stage ? orWon(further) : whoseLeadsAreWon(stages)];
      return {
        stage: stage && { id: stage.id, name: stage.name, color: stage.color },
        leads: count(standings.rows, (standing) =>
          place === 0 ? true : stage ? isAmong(further, standing) || isWon(won, standing) : isWon(won, standing),
        ),
        days: (stage && days.get(stage.id)) ?? null,
        filter: { all: [...scopeConditions(own), ...part, ...onDays("createdAt", current)] },
      };
    });
    return {
      pipeline,
      steps: steps.map((step, place) => ({ ...step, ofPrevious: percentOf(step.leads, steps[place - 1]?.leads) })),
    };
  });
}

/** The stages up to the last that has a chance, without those where leads are won. */
function stagesBeforeEnd(stages: readonly PipelineStage[]): PipelineStage[] {
  const last = stages.findLastIndex(({ probability }) => probability > 0);
  return stages.slice(0, last < 0 ? undefined : last + 1).filter(({ probability }) => probability < 100);
}

const orWon = (stages: readonly PipelineStage[]): Part => ({
  any: [inStages(stages), { field: "status", operator: "is", value: "won" }],
});

const whoseLeadsAreWon = (stages: readonly PipelineStage[]): Part => ({
  any: waysToWin(stages).map(({ conditions }) => ({ all: [...conditions] })),
});

const isAmong = (stages: readonly PipelineStage[], { stageId }: Standing): boolean =>
  stages.some(({ id }) => id === stageId);

const isWon = (last: readonly PipelineStage[], standing: Standing): boolean =>
  standing.status === "won" || (standing.status === "open" && isAmong(last, standing));

const count = (standings: readonly Standing[], counts: (standing: Standing) => boolean): number =>
  standings.reduce((sum, standing) => sum + (counts(standing) ? standing.leads : 0), 0);

function percentOf(part: number, whole: number | undefined): number | null {
  if (whole === undefined) return null;
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}
