import { and, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import { opportunities, opportunityFollowers } from "@/db/schema/opportunities";
import { type Context, seesOnlyOwn, userIdOf } from "@/lib/access/context";

/** Whether the lead of the row is followed by this user. */
export const followedBy = (userId: string): SQL =>
  exists(
    sql`(select 1 from ${opportunityFollowers} where ${opportunityFollowers.locationId} = ${opportunities.locationId}
      and ${opportunityFollowers.opportunityId} = ${opportunities.id} and ${opportunityFollowers.userId} = ${userId})`,
  );

/** Whether this user owns the lead of the row, or follows it. */
export const assignedTo = (userId: string): SQL | undefined => or(eq(opportunities.ownerId, userId), followedBy(userId));

/**
 * The leads this caller may read: of their location, not deleted, and for someone who sees only
 * their own, those they made, own or follow. The one place that says so.
 */
export function readableLeads(context: Context): SQL | undefined {
  const userId = userIdOf(context);
  return and(
    eq(opportunities.locationId, context.location.id),
    isNull(opportunities.deletedAt),
    seesOnlyOwn(context) && userId ? or(eq(opportunities.createdById, userId), assignedTo(userId)) : undefined,
  );
}
