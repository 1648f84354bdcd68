import { and, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import { contactFollowers, contacts } from "@/db/schema/contacts";
import { opportunities, opportunityFollowers } from "@/db/schema/opportunities";
import { type Context, seesOnlyOwn, userIdOf } from "@/lib/access/context";

/**
 * The contacts this caller may read: of their location, not deleted, and for someone who sees only
 * their own, those they made, look after or follow, and those whose leads are theirs.
 */
export function readableContacts(context: Context): SQL | undefined {
  const userId = seesOnlyOwn(context) ? userIdOf(context) : null;
  return and(
    eq(contacts.locationId, context.location.id),
    isNull(contacts.deletedAt),
    userId === null
      ? undefined
      : or(eq(contacts.createdById, userId), eq(contacts.assignedToId, userId), follows(userId), hasLeadOf(userId)),
  );
}

const follows = (userId: string): SQL =>
  exists(
    sql`(select 1 from ${contactFollowers} where ${contactFollowers.locationId} = ${contacts.locationId}
      and ${contactFollowers.contactId} = ${contacts.id} and ${contactFollowers.userId} = ${userId})`,
  );

const hasLeadOf = (userId: string): SQL =>
  exists(
    sql`(select 1 from ${opportunities} where ${opportunities.locationId} = ${contacts.locationId}
      and ${opportunities.contactId} = ${contacts.id} and ${opportunities.deletedAt} is null
      and (${opportunities.ownerId} = ${userId} or ${opportunities.createdById} = ${userId}
        or exists (select 1 from ${opportunityFollowers} where ${opportunityFollowers.locationId} = ${opportunities.locationId}
          and ${opportunityFollowers.opportunityId} = ${opportunities.id} and ${opportunityFollowers.userId} = ${userId})))`,
  );
