import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { standingTallies } from "@/db/schema/opportunities";
import { type Context, seesAll } from "@/lib/access/context";
import type { Group } from "@/lib/leads/query/model";
import { conditionsIn, groupSql } from "./internal/group-sql";
import { standingColumn } from "./internal/tally-columns";
import { matchingLeads } from "./matching-leads";

/**
 * The leads that the caller may read and `filter` asks for, as rows to add up: `since_on` (the day in the
 * location's zone since which they are open in their stage, or won, lost or abandoned), `owner_id`
 * (unless `byOwner`, not to be relied on), `currency`, `leads`, `value_minor`. They come from the tallies
 * where those can tell, else from the leads themselves. The filter names a status, and the moment that
 * goes with it: `stageChangedAt` of open leads, `statusChangedAt` of others.
 */
export function standingFacts(context: Context, filter: Group, byOwner: boolean): SQL {
  const fields = new Set(conditionsIn(filter).map(({ field }) => field));
  const [needsOwner, needsSource] = [byOwner || fields.has("owner"), fields.has("source")];
  if (!seesAll(context) || (needsOwner && needsSource)) return readableStandings(context, filter);
  return talliedStandings(context, filter, needsOwner ? "owner" : needsSource ? "source" : "neither");
}

function talliedStandings(context: Context, filter: Group, apart: "owner" | "source" | "neither"): SQL {
  const where = and(
    eq(standingTallies.locationId, context.location.id),
    inArray(standingTallies.tellsApart, ["both", apart]),
    groupSql(filter, standingColumn, context),
  );
  return sql`(select since_on, owner_id, currency, leads, value_minor from ${standingTallies} where ${where})`;
}

function readableStandings(context: Context, filter: Group): SQL {
  return sql`(select (stands_since(status, stage_changed_at, status_changed_at) at time zone ${context.location.timeZone})::date as since_on,
    owner_id, currency, 1 as leads, coalesce(value_minor, 0) as value_minor
    from ${matchingLeads(context, filter)})`;
}
