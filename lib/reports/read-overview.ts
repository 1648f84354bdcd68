import { sql } from "drizzle-orm";
import { stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { readAtOnce } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { localDate } from "@/lib/kit/zone";
import { leadFacts } from "@/lib/leads/lead-facts";
import { findStages, type PipelineStage } from "@/lib/pipelines/list-stages";
import { barDays, cut, daysOf, moveDate, type Span, spansOf } from "./internal/spans";
import { addUp, type Sum, type Total } from "./internal/totals";
import type { OverviewRange } from "./model";

export type ReadOverview = { range: OverviewRange; /** All pipelines without one. */ pipelineId?: string };

/** The figures of a location's leads: what was made in a range of days, against as many days before. */
export type Overview = {
  range: { from: string | null; to: string };
  previous: Span | null;
  /** Whether there is any lead at all, in the range or not. */
  hasLeads: boolean;
  created: Total;
  won: Total;
  stages: (PipelineStage & Total)[];
  sources: ({ source: string | null } & Total)[];
  trend: (Span & { leads: number; previousLeads: number | null })[];
  pipelines: { id: string; name: string }[];
};

/** How many days back the chart goes when the range is all time. */
const longestTrend = 365;

/** Adds up the leads that the caller may read, from the tallies. */
export function readOverview(context: Context, { range, pipelineId }: ReadOverview): Promise<Overview> {
  const today = localDate(context.now, context.location.timeZone);
  const { current, previous } = spansOf(range, today);
  const charted = current ?? { from: moveDate(today, 1 - longestTrend), to: today };
  return readAtOnce(context, async (transaction) => {
    const [all, hasLeads, sums, days] = await Promise.all([
      findStages(transaction, context),
      hasAnyLead(transaction, context),
      sumLeads(transaction, context, current, previous, pipelineId),
      countByDay(transaction, context, { from: previous?.from ?? charted.from, to: today }, pipelineId),
    ]);
    const own = context.location.currency;
    const shown = all.filter(({ pipeline }) => !pipelineId || pipeline.id === pipelineId);
    const sources = [...new Set(sums.filter(({ isCurrent }) => isCurrent).map(({ source }) => source))];
    return {
      range: { from: current?.from ?? null, to: today },
      previous,
      hasLeads,
      created: addUp(sums, own, previous !== null),
      won: addUp(
        sums.filter((sum) => isWon(sum, all)),
        own,
        previous !== null,
      ),
      stages: shown.map((stage) => ({
        ...stage,
        ...addUp(
          sums.filter(({ stageId }) => stageId === stage.id),
          own,
          previous !== null,
        ),
      })),
      sources: sources
        .map((source) => ({
          source,
          ...addUp(
            sums.filter((sum) => sum.source === source),
            own,
            previous !== null,
          ),
        }))
        .toSorted((one, other) => other.leads - one.leads),
      trend: trendOf(charted, previous !== null, days),
      pipelines: [...new Map(all.map(({ pipeline }) => [pipeline.id, pipeline])).values()],
    };
  });
}

/** Won is what was said to be, and what stands in a stage that nothing comes after: its chance of winning is 100. */
const isWon = ({ status, stageId }: Sum, stages: PipelineStage[]): boolean =>
  status === "won" ||
  (status === "open" && stages.some(({ id, probability }) => id === stageId && probability === 100));

const ofPipeline = (context: Context, pipelineId: string | undefined) =>
  pipelineId === undefined
    ? sql`true`
    : sql`stage_id in (select id from ${stages} where location_id = ${context.location.id} and pipeline_id = ${pipelineId})`;

/** The leads of both spans by stage, state, source and currency. */
async function sumLeads(
  transaction: ReadTransaction,
  context: Context,
  current: Span | null,
  previous: Span | null,
  pipelineId: string | undefined,
): Promise<Sum[]> {
  const facts = leadFacts(context, current && { from: previous?.from ?? current.from, to: current.to });
  const isCurrent = current ? sql`created_on >= ${current.from}::date` : sql`true`;
  const { rows } = await transaction.execute<Sum>(sql`
    select ${isCurrent} as "isCurrent", stage_id as "stageId", status, source, currency,
      sum(leads)::int as leads, sum(value_minor)::float8 as "valueMinor"
    from ${facts} as facts where ${ofPipeline(context, pipelineId)}
    group by 1, 2, 3, 4, 5 having sum(leads) <> 0 or sum(value_minor) <> 0`);
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
  pipelineId: string | undefined,
): Promise<Map<string, number>> {
  const { rows } = await transaction.execute<{ day: string; leads: number }>(sql`
    select created_on::text as day, sum(leads)::int as leads
    from ${leadFacts(context, span)} as facts where ${ofPipeline(context, pipelineId)} group by created_on`);
  return new Map(rows.map(({ day, leads }) => [day, leads]));
}

function trendOf(span: Span, compares: boolean, byDay: Map<string, number>): Overview["trend"] {
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
