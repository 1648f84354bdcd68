import { and, eq, exists, isNotNull, isNull, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { opportunities, opportunityFollowers } from "@/db/schema/opportunities";
import type { Context, Visibility } from "@/lib/access/context";
import { bindReaders, type Readers, readersOf, readersPrepared } from "@/lib/access/readers";

/** Whether the lead of the row is followed by one of these users. */
export const followedBy = (users: Readers): SQL =>
  exists(
    sql`(select 1 from ${opportunityFollowers} where ${opportunityFollowers.locationId} = ${opportunities.locationId}
      and ${opportunityFollowers.opportunityId} = ${opportunities.id} and ${users(opportunityFollowers.userId)})`,
  );

/** Whether one of these users owns the lead of the row, or follows it. */
export const assignedTo = (users: Readers): SQL | undefined => or(users(opportunities.ownerId), followedBy(users));

/**
 * The leads this caller may read: of their location, not deleted, and for someone who does not see
 * all, those that they (or somebody of their team) made, own or follow. The one place that says so.
 */
export const readableLeads = (context: Context): SQL | undefined =>
  and(isNull(opportunities.deletedAt), readable(context.location.id, readersOf(context)));

/**
 * `readableLeads` for adding all of them up. Of those that somebody made, owns or follows each part has
 * an index, and "or" has none: the condition is their union.
 */
export function allReadableLeads(context: Context): SQL | undefined {
  const readers = readersOf(context);
  if (readers === null) return readableLeads(context);
  const here = sql`location_id = ${context.location.id}`;
  return and(
    isNull(opportunities.deletedAt),
    eq(opportunities.locationId, context.location.id),
    sql`${opportunities.id} in (
      select id from ${opportunities} where ${here} and ${readers(opportunities.ownerId)} and deleted_at is null
      union select id from ${opportunities} where ${here} and ${readers(opportunities.createdById)} and deleted_at is null
      union select opportunity_id from ${opportunityFollowers} where ${here} and ${readers(opportunityFollowers.userId)})`,
  );
}

/**
 * The readable leads that `where` holds for, to be added up: a source for `from` that is called like the
 * table. Those that somebody owns, made or follows are parts that have no row in common, each with an
 * index, which conditions of the query around it narrow further.
 */
export function readableRows(context: Context, where: SQL | undefined): SQL {
  const readers = readersOf(context);
  const living = and(eq(opportunities.locationId, context.location.id), isNull(opportunities.deletedAt), where);
  const rows = (part: SQL | undefined) => sql`(select ${opportunities}.* from ${opportunities} where ${part})`;
  if (readers === null) return sql`${rows(living)} as opportunities`;
  const [isOwned, isMade] = [readers(opportunities.ownerId), readers(opportunities.createdById)];
  const isFollowed = sql`${opportunities.id} in (select ${opportunityFollowers.opportunityId} from ${opportunityFollowers}
    where ${opportunityFollowers.locationId} = ${context.location.id} and ${readers(opportunityFollowers.userId)})`;
  const notOwned = and(living, sql`(${isOwned}) is not true`);
  const parts = [and(living, isOwned), and(notOwned, isMade), and(notOwned, sql`(${isMade}) is not true`, isFollowed)];
  return sql`(${sql.join(parts.map(rows), sql` union all `)}) as opportunities`;
}

/** The deleted leads that this caller could read until they were. */
export const deletedLeads = (context: Context): SQL | undefined =>
  and(isNotNull(opportunities.deletedAt), readable(context.location.id, readersOf(context)));

/** Both: the leads that this caller may read, or could until they were deleted. */
export const livingAndDeletedLeads = (context: Context): SQL | undefined =>
  readable(context.location.id, readersOf(context));

/** `readableLeads` (or `deletedLeads`) for a prepared query. Bind `bindReader`. */
export const readableLeadsPrepared = (visibility: Visibility, deleted = false): SQL | undefined =>
  and(
    deleted ? isNotNull(opportunities.deletedAt) : isNull(opportunities.deletedAt),
    readable(sql.placeholder("locationId"), readersPrepared(visibility)),
  );

/** The values that `readableLeadsPrepared` waits for. */
export const bindReader = (context: Context) => ({ locationId: context.location.id, ...bindReaders(context) });

const readable = (locationId: string | Placeholder, readers: Readers | null): SQL | undefined =>
  and(
    eq(opportunities.locationId, locationId),
    readers === null ? undefined : or(readers(opportunities.createdById), assignedTo(readers)),
  );
