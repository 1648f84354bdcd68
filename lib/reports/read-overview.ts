import { sql } from "drizzle-orm";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { localDate } from "@/lib/kit/zone";
import { leadFacts } from "@/lib/leads/query/lead-facts";
import type { Condition, Group } from "@/lib/leads/query/model";
import { findStages, type PipelineStage } from "@/lib/pipelines/list-stages";
import { findChoices, type ReportChoices } from "./internal/choices";
import { closedFilter, sumClosed, waysToLose, waysToWin } from "./internal/closed-leads";
import { onDays, scopeConditions, talliedScope } from "./internal/scope";
import { barDays, cut, daysOf, moveDate, type Span, spansOf } from "./internal/spans";
import { addUp, type Sum, type Total } from "./internal/totals";
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
    const [choices, hasLeads, sums, days, won, lost] = await Promise.all([
      findChoices(transaction, context, all),
      hasAnyLead(transaction, context),
      sumLeads(transaction, context, spans, filter),
      countByDay(transaction, context, { from: previous?.from ?? charted.from, to: today }, filter),
      sumClosed(transaction, context, scope, winning, spans),
      sumClosed(transaction, context, scope, waysToLose, spans),
    ]);
    const total = (of: typeof won | Sum[]): Total => addUp(of, context.location.currency, compares);
    const listed = (...conditions: Condition[]): Group => ({ all: [...conditions, ...onDays("createdAt", current)] });
    const inScope = scopeConditions(scope);
    const shown = all.filter(({ pipeline }) => !scope.pipelineId || pipeline.id === scope.pipelineId);
    const sources = [...new Set(sums.filter(({ isCurrent }) => isCurrent).map(({ source }) => source))];
    const { leads, previousLeads } = total([...won, ...lost]);
    return {
      range: { from: current?.from ?? null, to: today },
      previous,
      hasLeads,
      created: { ...total(sums), filter: listed(...inScope) },
      won: { ...total(won), filter: closedFilter(scope, winning, current) },
      closed: { leads, previousLeads, filter: closedFilter(scope, [...winning, ...waysToLose], current) },
      stages: shown.map((stage) => ({
        ...stage,
        ...total(sums.filter(({ stageId }) => stageId === stage.id)),
        filter: listed(...withoutField(inScope, "pipeline"), { field: "stage", operator: "is", value: stage.id }),
      })),
      sources: sources
        .map((source) => ({
          source,
          ...total(sums.filter((sum) => sum.source === source)),
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

/** The leads of both spans by stage, state, source and currency. */
async function sumLeads(
  transaction: ReadTransaction,
  context: Context,
  { current, previous }: ReturnType<typeof spansOf>,
  filter: Group,
): Promise<Sum[]> {
  const facts = leadFacts(context, current && { from: previous?.from ?? current.from, to: current.to }, filter);
  const isCurrent = current ? sql`created_on >= ${current.from}::date` : sql`true`;
  const { rows } = await transaction.execute<Sum>(sql`
    select ${isCurrent} as "isCurrent", stage_id as "stageId", status, source, currency,
      sum(leads)::int as leads, sum(value_minor)::float8 as "valueMinor"
    from ${facts} as facts group by 1, 2, 3, 4, 5 having sum(leads) <> 0 or sum(value_minor) <> 0`);
  return rows;
}

async function hasAnyLead(transaction: ReadTransaction, context: Context): Promise<boolean> {
  const { rows } = await transaction.execute<{ found: boolean }>(
    sql`select exists (select from ${leadFacts(context, null)} as facts where leads > 0) as found`,
  );
  return rows[0]?.found === true;
}

async function countByDay(
  transaction: ReadTransaction,
  context: Context,
  span: Span,
  filter: Group,
): Promise<Map<string, number>> {
  const { rows } = await transaction.execute<{ day: string; leads: number }>(sql`
    select created_on::text as day, sum(leads)::int as leads
    from ${leadFacts(context, span, filter)} as facts group by created_on`);
  return new Map(rows.map(({ day, leads }) => [day, leads]));
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
