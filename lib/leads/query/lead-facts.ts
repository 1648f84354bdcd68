import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { leadTallies } from "@/db/schema/opportunities";
import { type Context, seesAll } from "@/lib/access/context";
import { startOfDay } from "@/lib/kit/zone";
import type { Group } from "@/lib/leads/query/model";
import { conditionsIn, groupSql } from "./internal/group-sql";
import { daysTelling, talliesFor, tallyColumn } from "./internal/tally-columns";
import { matchingLeads } from "./matching-leads";

/** Days of creation, both included, as dates `yyyy-mm-dd` in the location's zone; null: all there are. */
export type DaySpan = { from: string; to: string } | null;

const noCondition: Group = { all: [] };

/** What the rows are added up by; of days, `stage_id` and `status` or `source` are not to be relied on without it. */
export type FactsBy = readonly ("stage" | "status" | "source")[];

/**
 * The leads that the caller may read and `filter` asks for (fields of the lead itself, not when it was
 * made), as rows to add up: `created_on`, `stage_id`, `status`, `source`, `currency`, `leads`,
 * `value_minor`. They come from the tallies, so that a million leads add up as fast as ten; for somebody
 * who does not see all, and for what the tallies do not tell apart, from the leads themselves.
 */
export function leadFacts(context: Context, span: DaySpan, by: FactsBy, filter: Group = noCondition): SQL {
  return areTallied(context, filter) ? talliedFacts(context, span, by, filter) : readableFacts(context, span, filter);
}

/** Whether `leadFacts` come from the tallies: then reading them twice costs little. */
export const areTallied = (context: Context, filter: Group): boolean => seesAll(context) && talliesFor(filter) !== null;

function talliedFacts(context: Context, span: DaySpan, by: FactsBy, filter: Group): SQL {
  const fields = [...by, ...conditionsIn(filter).map(({ field }) => field)];
  const where = and(
    eq(leadTallies.locationId, context.location.id),
    ...(span === null
      ? [isNull(leadTallies.createdOn)]
      : [sql`${leadTallies.createdOn} between ${span.from}::date and ${span.to}::date`, daysTelling(fields)]),
    groupSql(filter, tallyColumn, context),
  );
  return sql`(select created_on, stage_id, status, source, currency, leads, value_minor from ${leadTallies} where ${where})`;
}

function readableFacts(context: Context, span: DaySpan, filter: Group): SQL {
  const { timeZone } = context.location;
  const made = span && { from: startOfDay(span.from, timeZone), until: startOfDay(span.to, timeZone, 1) };
  return sql`(select (created_at at time zone ${timeZone})::date as created_on, stage_id, status, source, currency,
    1 as leads, coalesce(value_minor, 0) as value_minor from ${matchingLeads(context, filter, made ?? undefined)})`;
}
