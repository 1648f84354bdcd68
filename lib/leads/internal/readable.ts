import { and, eq, exists, gte, isNotNull, isNull, lt, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { madeForOthersBy, opportunities, opportunityFollowers } from "@/db/schema/opportunities";
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

/** When leads were made: from a moment on, until right before another. */
export type MadeBetween = { from: Date; until: Date };

/**
 * The readable leads that `where` holds for, to be added up: a source for `from` that is called like the
 * table. Those that somebody owns, made or follows are parts that have no row in common, each with an
 * index, which conditions of the query around it narrow further.
 */
export function readableRows(context: Context, where: SQL | undefined, made?: MadeBetween): SQL {
  const readers = readersOf(context);
  const living = livingRows(context, where, made);
  if (readers === null) return unionOf([living]);
  return unionOf([and(living, readers(opportunities.ownerId)), ...partsOfOthers(context, readers, living, made)]);
}

/** Those of `readableRows` that no reader owns: that one of `readers` made, or follows. */
export const readableRowsOfOthers = (context: Context, readers: Readers, where: SQL | undefined): SQL =>
  unionOf(partsOfOthers(context, readers, livingRows(context, where)));

const livingRows = ({ location }: Context, where: SQL | undefined, made?: MadeBetween): SQL | undefined =>
  and(
    eq(opportunities.locationId, location.id),
    isNull(opportunities.deletedAt),
    made && gte(opportunities.createdAt, made.from),
    made && lt(opportunities.createdAt, made.until),
    where,
  );

function partsOfOthers(
  { location }: Context,
  readers: Readers,
  living: SQL | undefined,
  made?: MadeBetween,
): (SQL | undefined)[] {
  const { ownerId, createdById } = opportunities;
  const f = opportunityFollowers;
  const notOwned = and(living, sql`(${readers(ownerId)}) is not true`);
  const follows = and(
    eq(f.locationId, location.id),
    readers(f.userId),
    made && gte(f.leadCreatedAt, made.from),
    made && lt(f.leadCreatedAt, made.until),
  );
  return [
    and(notOwned, readers(madeForOthersBy)),
    and(
      notOwned,
      sql`(${readers(createdById)}) is not true`,
      sql`${opportunities.id} in (select ${f.opportunityId} from ${f} where ${follows})`,
    ),
  ];
}

const unionOf = (parts: (SQL | undefined)[]): SQL =>
  sql`(${sql.join(
    parts.map((part) => sql`(select ${opportunities}.* from ${opportunities} where ${part})`),
    sql` union all `,
  )}) as opportunities`;

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
