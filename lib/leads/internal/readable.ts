import { and, eq, exists, isNotNull, isNull, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { opportunities, opportunityFollowers } from "@/db/schema/opportunities";
import { type Context, seesOnlyOwn, userIdOf } from "@/lib/access/context";

type Value = string | Placeholder | SQL;

/** Whether the lead of the row is followed by this user. */
export const followedBy = (userId: Value): SQL =>
  exists(
    sql`(select 1 from ${opportunityFollowers} where ${opportunityFollowers.locationId} = ${opportunities.locationId}
      and ${opportunityFollowers.opportunityId} = ${opportunities.id} and ${opportunityFollowers.userId} = ${userId})`,
  );

/** Whether this user owns the lead of the row, or follows it. */
export const assignedTo = (userId: Value): SQL | undefined => or(eq(opportunities.ownerId, userId), followedBy(userId));

/**
 * The leads this caller may read: of their location, not deleted, and for someone who sees only
 * their own, those they made, own or follow. The one place that says so.
 */
export const readableLeads = (context: Context): SQL | undefined =>
  and(isNull(opportunities.deletedAt), readable(context.location.id, seesOnlyOwn(context) ? userIdOf(context) : null));

/**
 * `readableLeads` for adding all of them up. Of those that somebody made, owns or follows each part has
 * an index, and "or" has none: the condition is their union.
 */
export function allReadableLeads(context: Context): SQL | undefined {
  const userId = seesOnlyOwn(context) ? userIdOf(context) : null;
  if (userId === null) return readableLeads(context);
  const here = sql`location_id = ${context.location.id}`;
  return and(
    isNull(opportunities.deletedAt),
    eq(opportunities.locationId, context.location.id),
    sql`${opportunities.id} in (
      select id from ${opportunities} where ${here} and owner_id = ${userId} and deleted_at is null
      union select id from ${opportunities} where ${here} and created_by_id = ${userId} and deleted_at is null
      union select opportunity_id from ${opportunityFollowers} where ${here} and user_id = ${userId})`,
  );
}

/** The deleted leads that this caller could read until they were. */
export const deletedLeads = (context: Context): SQL | undefined =>
  and(
    isNotNull(opportunities.deletedAt),
    readable(context.location.id, seesOnlyOwn(context) ? userIdOf(context) : null),
  );

/** `readableLeads` (or `deletedLeads`) for a prepared query: `own` says whether the caller sees only their own. Bind `bindReader`. */
export const readableLeadsPrepared = (own: boolean, deleted = false): SQL | undefined =>
  and(
    deleted ? isNotNull(opportunities.deletedAt) : isNull(opportunities.deletedAt),
    readable(sql.placeholder("locationId"), own ? sql.placeholder("readerId") : null),
  );

/** The values that `readableLeadsPrepared` waits for. */
export const bindReader = (context: Context) => ({ locationId: context.location.id, readerId: userIdOf(context) });

function readable(locationId: Value, ownerOrFollower: Value | null): SQL | undefined {
  return and(
    eq(opportunities.locationId, locationId),
    ownerOrFollower === null
      ? undefined
      : or(eq(opportunities.createdById, ownerOrFollower), assignedTo(ownerOrFollower)),
  );
}
