import { sql } from "drizzle-orm";
import { type Context, seesAll } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { localDate } from "@/lib/kit/zone";
import { groupLeads } from "@/lib/leads/query/group-leads";
import { matchingLeads } from "@/lib/leads/query/matching-leads";
import type { Condition, Group, MoneySum } from "@/lib/leads/query/model";
import { findStages, type PipelineStage } from "@/lib/pipelines/list-stages";
import { weightedMinor } from "@/lib/pipelines/model";
import { inStages, scopeConditions } from "./internal/scope";
import { moveDate } from "./internal/spans";
import { findStageDays } from "./internal/stage-days";
import type { ReportScope } from "./model";

/** What open deals are expected to bring, month by month. */
export type ForecastMonth = {
  /** `yyyy-mm`; null for whatever comes after the months told. */
  month: string | null;
  leads: number;
  /** The location's own currency first; `weightedMinor` is the value times its chance of winning. */
  values: { currency: string; minor: number; weightedMinor: number }[];
  /** Null where there is no deal to list. */
  filter: Group | null;
};

const monthsTold = 6;
/** How long a stay in a stage is taken to be that nobody has left yet. */
const assumedDays = 30;

/**
 * The weighted forecast of the scope's pipeline, owner and source; its range does not matter. Leads have
 * no date on which they are expected to be closed: a deal is expected to be won after half the time that
 * deals usually stay in its stage, and the whole of that in the stages after it.
 */
export async function readForecast(context: Context, scope: ReportScope): Promise<ForecastMonth[]> {
  const today = localDate(context.now, context.location.timeZone);
  const openDeals: Condition[] = [
    ...scopeConditions(scope),
    { field: "status", operator: "is", value: "open" },
    { field: "archived", operator: "is", value: false },
  ];
  const [sums, { stages, days }] = await Promise.all([
    sumByStage(context, scope, { all: openDeals }),
    read(context, async (transaction) => {
      const all = (await findStages(transaction, context)).filter(isUndecided);
      const stageIds = all.map(({ id }) => id);
      return { stages: all, days: await findStageDays(transaction, context, { scope: {}, stageIds, span: null }) };
    }),
  ]);
  const months = [...monthsFrom(today), null];
  const monthOf = (stage: PipelineStage): string | null => {
    const month = moveDate(today, Math.round(daysLeft(stage, stages, days))).slice(0, 7);
    return months.includes(month) ? month : null;
  };
  return months.map((month) => {
    const inMonth = stages.filter((stage) => monthOf(stage) === month);
    const found = sums.filter(({ stageId }) => inMonth.some(({ id }) => id === stageId));
    return {
      month,
      leads: found.reduce((sum, { leads }) => sum + leads, 0),
      values: addUp(found, stages, context.location.currency),
      filter: found.length > 0 ? { all: [...openDeals, inStages(inMonth)] } : null,
    };
  });
}

type StageSum = MoneySum & { stageId: string };

/** Deals by stage and currency: from the tallies where they can tell; those of some people are added up. */
async function sumByStage(context: Context, scope: ReportScope, filter: Group): Promise<StageSum[]> {
  if (seesAll(context) && !scope.owner) {
    const groups = await groupLeads(context, { query: { filter }, by: "stage" });
    return groups.flatMap(({ key, sums }) => sums.map((sum) => ({ ...sum, stageId: key ?? "" })));
  }
  return read(context, async (transaction) => {
    const { rows } = await transaction.execute<StageSum>(sql`
      select stage_id as "stageId", currency, count(*)::int as leads, coalesce(sum(value_minor), 0)::float8 as "valueMinor"
      from ${matchingLeads(context, filter)} group by 1, 2`);
    return rows;
  });
}

/** Whether deals of a stage may still be won, or lost. */
const isUndecided = ({ probability }: PipelineStage): boolean => probability > 0 && probability < 100;

function monthsFrom(today: string): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: monthsTold }, (_, place) =>
    new Date(Date.UTC(year, month - 1 + place, 1)).toISOString().slice(0, 7),
  );
}

/** `stages` are in their order. */
function daysLeft(stage: PipelineStage, stages: readonly PipelineStage[], days: ReadonlyMap<string, number>): number {
  const ahead = stages.filter(({ pipeline }) => pipeline.id === stage.pipeline.id);
  const usual = ahead.slice(ahead.indexOf(stage)).map(({ id }) => days.get(id) ?? assumedDays);
  return usual.reduce((sum, each) => sum + each, 0) - (usual[0] ?? 0) / 2;
}

function addUp(
  parts: readonly StageSum[],
  stages: readonly PipelineStage[],
  ownCurrency: string,
): ForecastMonth["values"] {
  const chances = new Map(stages.map(({ id, probability }) => [id, probability]));
  const totals = new Map([[ownCurrency, { minor: 0, weightedMinor: 0 }]]);
  for (const { stageId, currency, valueMinor } of parts) {
    const sum = totals.get(currency) ?? { minor: 0, weightedMinor: 0 };
    totals.set(currency, {
      minor: sum.minor + valueMinor,
      weightedMinor: sum.weightedMinor + weightedMinor(valueMinor, chances.get(stageId) ?? 0),
    });
  }
  return [...totals].map(([currency, sum]) => ({ currency, ...sum }));
}
