import { and, eq, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import { leadTallies, opportunities } from "@/db/schema/opportunities";
import { type Context, seesAll } from "@/lib/access/context";
import { startOfDay } from "@/lib/kit/zone";
import { allReadableLeads } from "./internal/readable";

/** Days of creation, both included, as dates `yyyy-mm-dd` in the location's zone; null: all there are. */
export type DaySpan = { from: string; to: string } | null;

/**
 * The leads that the caller may read, as rows to add up: `created_on`, `stage_id`, `status`,
 * `source`, `currency`, `leads`, `value_minor`. They come from the tallies, so that a million leads
 * add up as fast as ten; for somebody who does not see all, from the leads themselves.
 */
export function leadFacts(context: Context, span: DaySpan): SQL {
  return seesAll(context) ? talliedFacts(context, span) : readableFacts(context, span);
}

function talliedFacts(context: Context, span: DaySpan): SQL {
  const where = and(
    eq(leadTallies.locationId, context.location.id),
    span === null
      ? isNull(leadTallies.createdOn)
      : sql`${leadTallies.createdOn} between ${span.from}::date and ${span.to}::date`,
  );
  return sql`(select created_on, stage_id, status, source, currency, leads, value_minor from ${leadTallies} where ${where})`;
}

function readableFacts(context: Context, span: DaySpan): SQL {
  const { timeZone } = context.location;
  const where = and(
    allReadableLeads(context),
    span === null ? undefined : gte(opportunities.createdAt, startOfDay(span.from, timeZone)),
    span === null ? undefined : lt(opportunities.createdAt, startOfDay(span.to, timeZone, 1)),
  );
  return sql`(select (created_at at time zone ${timeZone})::date as created_on, stage_id, status, source, currency,
    1 as leads, coalesce(value_minor, 0) as value_minor from ${opportunities} where ${where})`;
}
