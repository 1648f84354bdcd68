import { sql } from "drizzle-orm";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { LeadStatus } from "@/lib/leads/model";
import type { Condition, Group } from "@/lib/leads/query/model";
import { standingFacts } from "@/lib/leads/query/standing-facts";
import type { PipelineStage } from "@/lib/pipelines/list-stages";
import type { ReportScope } from "@/lib/reports/model";
import { inStages, onDays, scopeConditions } from "./scope";
import type { Span } from "./spans";
import type { Amount } from "./totals";

const isStatus = (value: LeadStatus): Condition => ({ field: "status", operator: "is", value });

/** A way in which leads are closed, and the moment that says when: no lead is closed in two. */
type Closing = {
  conditions: readonly Condition[];
  since: "statusChangedAt" | "stageChangedAt";
};

/**
 * The ways to be won: to be said to be, or to stand open in a stage that nothing comes after, whose
 * chance of winning is 100. A lead is won when it was said so, or came there.
 */
export function waysToWin(stages: readonly PipelineStage[]): Closing[] {
  const last = stages.filter(({ probability }) => probability === 100);
  const stands: Closing[] = [{ conditions: [isStatus("open"), inStages(last)], since: "stageChangedAt" }];
  return [{ conditions: [isStatus("won")], since: "statusChangedAt" }, ...(last.length > 0 ? stands : [])];
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

/** Leads that were closed in the range or before it, of one owner (null where that was not asked) and currency. */
export type ClosedSum = Amount & { outcome: "won" | "lost"; ownerId: string | null };

/**
 * Adds up the leads of `scope` (as tallies know it) that were closed in `ways`, in the range and, where
 * there is one, in the span before it; with `byOwner`, of each owner.
 */
export async function sumClosed(
  transaction: ReadTransaction,
  context: Context,
  { scope, ways, byOwner = false }: { scope: Group; ways: readonly Closing[]; byOwner?: boolean },
  { current, previous }: { current: Span | null; previous: Span | null },
): Promise<ClosedSum[]> {
  const span = current && { from: previous?.from ?? current.from, to: current.to };
  const isCurrent = current ? sql`since_on >= ${current.from}::date` : sql`true`;
  const owner = byOwner ? sql`owner_id` : sql`null::text`;
  const filters = ways.map(({ conditions, since }): Group => ({ all: [scope, ...conditions, ...onDays(since, span)] }));
  const { rows } = await transaction.execute<ClosedSum>(sql`
    select case status when 'lost' then 'lost' else 'won' end as outcome, ${isCurrent} as "isCurrent", ${owner} as "ownerId", currency,
      sum(leads)::int as leads, sum(value_minor)::float8 as "valueMinor"
    from ${standingFacts(context, filters, byOwner)} as facts group by 1, 2, 3, 4 having sum(leads) <> 0 or sum(value_minor) <> 0`);
  return rows;
}
