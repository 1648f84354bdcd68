import { sql } from "drizzle-orm";
import { opportunities, stageVisits } from "@/db/schema/opportunities";
import { type Context, seesAll } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { startOfDay } from "@/lib/kit/zone";
import { matchingLeads } from "@/lib/leads/query/matching-leads";
import type { LeadScope } from "@/lib/reports/model";
import { scopeConditions } from "./scope";
import type { Span } from "./spans";

/** So many stays of each stage, the last ones, are enough to know how long leads stay: more would only cost. */
const mostStays = 5000;

/**
 * How many days (of 24 hours, with fractions) leads of the scope stayed in each stage: the median of the
 * last 5,000 stays that ended on days of `span`. Stages that none of them left are not in it.
 */
export async function findStageDays(
  transaction: ReadTransaction,
  context: Context,
  { scope, stageIds, span }: { scope: LeadScope; stageIds: string[]; span: Span | null },
): Promise<Map<string, number>> {
  const { id: locationId, timeZone } = context.location;
  const conditions = scopeConditions(scope);
  const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`;
  const days = span
    ? sql`and left_at >= ${moment(startOfDay(span.from, timeZone))} and left_at < ${moment(startOfDay(span.to, timeZone, 1))}`
    : sql``;
  const ofScope =
    seesAll(context) && conditions.length === 0
      ? sql``
      : sql`where opportunity_id in (select ${opportunities.id} from ${matchingLeads(context, { all: conditions })})`;
  // All stays first: whose they are is then found out once, not once for each stage.
  const { rows } = await transaction.execute<{ stageId: string; days: number }>(sql`
    with stays as materialized (
      select stage.id as stage_id, stay.* from unnest(${sql.param(stageIds)}::text[]) as stage (id)
      cross join lateral (select opportunity_id, extract(epoch from left_at - entered_at)::float8 / 86400 as days
        from ${stageVisits} where location_id = ${locationId} and stage_id = stage.id ${days}
        order by left_at desc limit ${mostStays}) as stay)
    select stage_id as "stageId", percentile_cont(0.5) within group (order by days) as days
    from stays ${ofScope} group by 1`);
  return new Map(rows.map(({ stageId, days: median }) => [stageId, median]));
}
