import { type SQL, sql } from "drizzle-orm";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { localDate } from "@/lib/kit/zone";
import { areTallied, type FactsBy, leadFacts } from "@/lib/leads/query/lead-facts";
import type { Condition, Group } from "@/lib/leads/query/model";
import { findStages, type PipelineStage } from "@/lib/pipelines/list-stages";
import { findChoices, type ReportChoices } from "./internal/choices";
import { closedFilter, sumClosed, waysToLose, waysToWin } from "./internal/closed-leads";
import { onDays, scopeConditions, talliedScope } from "./internal/scope";
import { barDays, cut, daysOf, moveDate, type Span, spansOf } from "./internal/spans";
import { addUp, type Amount, type SourceSum, type StageSum, type Total } from "./internal/totals";
import type { ReportScope } from "./model";

/** A number with the filter of the list that it counts. */
export type Counted<Number> = Number & { filter: Group };

/** The figures of a location's leads: of a range of days, against as many days before. */
export type Overview = {
  range: { from: string | null; to: string };
  previous: Span | null;
  /** Whether there is any lead at all, in the range or not. */
  hasLeads: boolean;
  /** Made in the range. */
  created: Counted<Total>;
  /** Won in the range, whenever they were made. */
  won: Counted<Total>;
  /** Won or lost in the range. */
  closed: Counted<Pick<Total, "leads" | "previousLeads">>;
  /** Of those made in the range. */
  stages: Counted<PipelineStage & Total>[];
  sources: Counted<{ source: string | null } & Total>[];
  trend: Counted<Span & { leads: number; previousLeads: number | null }>[];
  choices: ReportChoices;
};

/** How many days back the chart goes when the range is all time. */
const longestTrend = 365;

/** Adds up the leads that the caller may read and that are in the scope of the report. */
export function readOverview(context: Context, scope: ReportScope): Promise<Overview> {
  const today = localDate(context.now, context.location.timeZone);
  const spans = spansOf(scope.range, today);
  const { current, previous } = spans;
  const charted = current ?? { from: moveDate(today, 1 - longestTrend), to: today };
  const compares = previous !== null;
  return read(context, async (transaction) => {
    const all = await findStages(transaction, context);
    const winning = waysToWin(all);
    const filter = talliedScope(scope, all);
    const [choices, { byStage, bySource, days }, closed] = await Promise.all([
      findChoices(transaction, context, all),
      current
        ? sumWithDays(transaction, context, current, { from: previous?.from ?? current.from, to: today }, filter)
        : sumOfAllTime(transaction, context, charted, filter),
      sumClosed(transaction, context, { scope: filter, ways: [...winning, ...waysToLose] }, spans),
    ]);
    const total = (of: readonly Amount[]): Total => addUp(of, context.location.currency, compares);
    const listed = (...conditions: Condition[]): Group => ({ all: [...conditions, ...onDays("createdAt", current)] });
    const inScope = scopeConditions(scope);
    const shown = all.filter(({ pipeline }) => !scope.pipelineId || pipeline.id === scope.pipelineId);
    const sources = [...new Set(bySource.filter(({ isCurrent }) => isCurrent).map(({ source }) => source))];
    const { leads, previousLeads } = total(closed);
    const hasLeads = byStage.some((sum) => sum.leads > 0) || (await hasAnyLead(transaction, context));
    return {
      range: { from: current?.from ?? null, to: today },
      previous,
      hasLeads,
      created: { ...total(byStage), filter: listed(...inScope) },
      won: {
        ...total(closed.filter(({ outcome }) => outcome === "won")),
        filter: closedFilter(scope, winning, current),
      },
      closed: { leads, previousLeads, filter: closedFilter(scope, [...winning, ...waysToLose], current) },
      stages: shown.map((stage) => ({
        ...stage,
        ...total(byStage.filter(({ stageId }) => stageId === stage.id)),
        filter: listed(...withoutField(inScope, "pipeline"), { field: "stage", operator: "is", value: stage.id }),
      })),
      sources: sources
        .map((source) => ({
          source,
          ...total(bySource.filter((sum) => sum.source === source)),
          filter: listed(
            ...withoutField(inScope, "source"),
            source === null
              ? { field: "source", operator: "isEmpty" }
              : { field: "source", operator: "is", value: source },
          ),
        }))
        .toSorted((one, other) => other.leads - one.leads),
      trend: trendOf(charted, compares, days).map((bar) => ({
        ...bar,
        filter: { all: [...inScope, ...onDays("createdAt", { from: bar.from, to: bar.to })] },
      })),
      choices,
    };
  });
}

const withoutField = (conditions: Condition[], field: string): Condition[] =>
  conditions.filter((condition) => condition.field !== field);

/** Leads by currency and stage, and by currency and source; and how many were made on each day. */
type Made = { byStage: StageSum[]; bySource: SourceSum[]; days: Map<string, number> };
type Sum = StageSum & SourceSum;
type OfDay = { day: string | null };

const amounts = sql`currency, sum(leads)::int as leads, sum(value_minor)::float8 as "valueMinor"`;
const isSomething = sql`having sum(leads) <> 0 or sum(value_minor) <> 0`;

/**
 * The leads of a span, which ends with the days that count as current. Leads are looked through once,
 * tallies twice: of days they have fewer rows by stage and by source than by both.
 */
async function sumWithDays(
  transaction: ReadTransaction,
  context: Context,
  current: Span,
  span: Span,
  filter: Group,
): Promise<Made> {
  const sum = <Row extends Amount>(by: FactsBy, columns: SQL, sets: SQL) =>
    transaction.execute<Row>(sql`
      select ${columns}, is_current as "isCurrent", ${amounts}
      from (select *, created_on >= ${current.from}::date as is_current from ${leadFacts(context, span, by, filter)} as facts) as facts
      group by grouping sets (${sets}) ${isSomething}`);
  const stageAndDay = sql`stage_id as "stageId", created_on::text as day`;
  if (!areTallied(context, filter)) {
    const sets = sql`(is_current, stage_id, source, currency), (created_on)`;
    const { rows } = await sum<Sum & OfDay>(["stage", "source"], sql`${stageAndDay}, source`, sets);
    const sums = rows.filter(({ day }) => day === null);
    return { byStage: sums, bySource: sums, days: daysIn(rows) };
  }
  const [{ rows }, { rows: bySource }] = await Promise.all([
    sum<StageSum & OfDay>(["stage"], stageAndDay, sql`(is_current, stage_id, currency), (created_on)`),
    sum<SourceSum>(["source"], sql`source`, sql`(is_current, source, currency)`),
  ]);
  return { byStage: rows.filter(({ day }) => day === null), bySource, days: daysIn(rows) };
}

const daysIn = (rows: readonly (OfDay & Amount)[]): Made["days"] =>
  new Map(rows.flatMap(({ day, leads }) => (day === null ? [] : [[day, leads]])));

/** The leads of all time, which has its own tallies, and the days of the chart. */
async function sumOfAllTime(
  transaction: ReadTransaction,
  context: Context,
  charted: Span,
  filter: Group,
): Promise<Made> {
  const [{ rows: sums }, { rows: days }] = await Promise.all([
    transaction.execute<Sum>(sql`
      select true as "isCurrent", stage_id as "stageId", source, ${amounts}
      from ${leadFacts(context, null, ["stage", "source"], filter)} as facts
      group by stage_id, source, currency ${isSomething}`),
    transaction.execute<{ day: string; leads: number }>(sql`
      select created_on::text as day, sum(leads)::int as leads
      from ${leadFacts(context, charted, [], filter)} as facts group by created_on`),
  ]);
  return { byStage: sums, bySource: sums, days: new Map(days.map(({ day, leads }) => [day, leads])) };
}

async function hasAnyLead(transaction: ReadTransaction, context: Context): Promise<boolean> {
  const { rows } = await transaction.execute<{ found: boolean }>(
    sql`select exists (select from ${leadFacts(context, null, [])} as facts where leads > 0) as found`,
  );
  return rows[0]?.found === true;
}

function trendOf(span: Span, compares: boolean, byDay: Map<string, number>) {
  const shift = -daysOf(span);
  const count = ({ from, to }: Span): number => {
    let leads = 0;
    for (let day = from; day <= to; day = moveDate(day, 1)) leads += byDay.get(day) ?? 0;
    return leads;
  };
  return cut(span, barDays(daysOf(span))).map((part) => ({
    ...part,
    leads: count(part),
    previousLeads: compares ? count({ from: moveDate(part.from, shift), to: moveDate(part.to, shift) }) : null,
  }));
}
