import { sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { startOfDay } from "@/lib/kit/zone";
import type { LeadStatus } from "@/lib/leads/model";
import { matchingLeads } from "@/lib/leads/query/matching-leads";
import type { Condition, Group } from "@/lib/leads/query/model";
import type { PipelineStage } from "@/lib/pipelines/list-stages";
import type { ReportScope } from "@/lib/reports/model";
import { inStages, onDays, scopeConditions } from "./scope";
import type { Span } from "./spans";
import type { Amount } from "./totals";

const isStatus = (value: LeadStatus): Condition => ({ field: "status", operator: "is", value });

/** A way in which leads are closed, and the moment that says when: no lead is closed in two. */
type Closing = { conditions: readonly Condition[]; since: "statusChangedAt" | "stageChangedAt" };

/**
 * The ways to be won: to be said to be, or to stand open in a stage that nothing comes after, whose
 * chance of winning is 100. A lead is won when it was said so, or came there.
 */
export function waysToWin(stages: readonly PipelineStage[]): Closing[] {
  const last = stages.filter(({ probability }) => probability === 100);
  return [
    { conditions: [isStatus("won")], since: "statusChangedAt" },
    ...(last.length > 0 ? [{ conditions: [isStatus("open"), inStages(last)], since: "stageChangedAt" } as const] : []),
  ];
}

/** The way to be lost: to be said to be. What was abandoned was neither won nor lost. */
export const waysToLose: readonly Closing[] = [{ conditions: [isStatus("lost")], since: "statusChangedAt" }];

/** The filter of the leads that were closed in one of `ways` on days of `span`. */
export const closedFilter = (scope: ReportScope, ways: readonly Closing[], span: Span | null): Group => ({
  all: [
    ...scopeConditions(scope),
    { any: ways.map(({ conditions, since }) => ({ all: [...conditions, ...onDays(since, span)] })) },
  ],
});

/** Leads that were closed in the range or before it, of one owner and currency. */
export type ClosedSum = Amount & { ownerId: string | null };

/**
 * Adds up the leads that were closed in `ways`, in `span` and, where there is one, in the span before it.
 * One query for each way, for each has an index of its own.
 */
export async function sumClosed(
  transaction: ReadTransaction,
  context: Context,
  scope: ReportScope,
  ways: readonly Closing[],
  { current, previous }: { current: Span | null; previous: Span | null },
): Promise<ClosedSum[]> {
  const span = current && { from: previous?.from ?? current.from, to: current.to };
  const sums = await Promise.all(
    ways.map(async (way) => {
      const since = way.since === "statusChangedAt" ? sql`status_changed_at` : sql`stage_changed_at`;
      const isCurrent = current
        ? sql`${since} >= ${startOfDay(current.from, context.location.timeZone).toISOString()}::timestamptz`
        : sql`true`;
      const { rows } = await transaction.execute<ClosedSum>(sql`
        select ${isCurrent} as "isCurrent", owner_id as "ownerId", currency, count(*)::int as leads,
          coalesce(sum(value_minor), 0)::float8 as "valueMinor"
        from ${opportunities} where ${matchingLeads(context, closedFilter(scope, [way], span))} group by 1, 2, 3`);
      return rows;
    }),
  );
  return sums.flat();
}
