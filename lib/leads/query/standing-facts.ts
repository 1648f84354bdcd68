import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { standingTallies } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { type Readers, readersOf } from "@/lib/access/readers";
import type { Group } from "@/lib/leads/query/model";
import { conditionsIn, groupSql } from "./internal/group-sql";
import { standingColumn } from "./internal/tally-columns";
import { matchingLeads, matchingLeadsOfOthers } from "./matching-leads";

type Apart = "owner" | "source" | "neither";

/**
 * The leads that the caller may read and one of `filters` asks for (no two the same lead), as rows to add
 * up: `since_on` (the day in the location's zone since which they are open in their stage, or won, lost or
 * abandoned), `status`, `owner_id` (unless `byOwner`, not to be relied on), `currency`, `leads`,
 * `value_minor`. They come from the tallies where those can tell, else from the leads themselves: so do
 * those that somebody reads without owning them. A filter names a status, and the moment that goes with
 * it: `stageChangedAt` of open leads, `statusChangedAt` of others.
 */
export function standingFacts(context: Context, filters: readonly Group[], byOwner: boolean): SQL {
  const readers = readersOf(context);
  const fields = new Set(filters.flatMap(conditionsIn).map(({ field }) => field));
  const [needsOwner, needsSource] = [byOwner || readers !== null || fields.has("owner"), fields.has("source")];
  const any: Group = { any: [...filters] };
  if (needsOwner && needsSource) return sql`(${standingsOf(context, matchingLeads(context, any))})`;
  const apart = needsOwner ? "owner" : needsSource ? "source" : "neither";
  // Each on its own finds its rows by an index.
  const found = filters.map((filter) => talliedStandings(context, filter, apart, readers));
  if (readers) found.push(standingsOf(context, matchingLeadsOfOthers(context, readers, any)));
  return sql`(${sql.join(found, sql` union all `)})`;
}

function talliedStandings(context: Context, filter: Group, apart: Apart, readers: Readers | null): SQL {
  const where = and(
    eq(standingTallies.locationId, context.location.id),
    inArray(standingTallies.tellsApart, ["both", apart]),
    readers?.(standingTallies.ownerId),
    groupSql(filter, standingColumn, context),
  );
  return sql`select since_on, status, owner_id, currency, leads, value_minor from ${standingTallies} where ${where}`;
}

const standingsOf = ({ location }: Context, leads: SQL): SQL =>
  sql`select (stands_since(status, stage_changed_at, status_changed_at) at time zone ${location.timeZone})::date as since_on,
    status, owner_id, currency, 1 as leads, coalesce(value_minor, 0) as value_minor from ${leads}`;
