import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { localDate } from "@/lib/kit/zone";
import { groupLeads } from "@/lib/leads/query/group-leads";
import type { Condition, Group, LeadGroup } from "@/lib/leads/query/model";
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
  const [groups, { stages, days }] = await Promise.all([
    groupLeads(context, { query: { filter: { all: openDeals } }, by: "stage" }),
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
    const found = groups.filter(({ key }) => inMonth.some(({ id }) => id === key));
    return {
      month,
      leads: found.reduce((sum, { count }) => sum + count, 0),
      values: addUp(found, stages, context.location.currency),
      filter: found.length > 0 ? { all: [...openDeals, inStages(inMonth)] } : null,
    };
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
  groups: readonly LeadGroup[],
  stages: readonly PipelineStage[],
  ownCurrency: string,
): ForecastMonth["values"] {
  const chances = new Map(stages.map(({ id, probability }) => [id, probability]));
  const sums = new Map([[ownCurrency, { minor: 0, weightedMinor: 0 }]]);
  for (const { key, sums: parts } of groups) {
    for (const { currency, valueMinor } of parts) {
      const sum = sums.get(currency) ?? { minor: 0, weightedMinor: 0 };
      const chance = chances.get(key ?? "") ?? 0;
      sums.set(currency, {
        minor: sum.minor + valueMinor,
        weightedMinor: sum.weightedMinor + weightedMinor(valueMinor, chance),
      });
    }
  }
  return [...sums].map(([currency, sum]) => ({ currency, ...sum }));
}
