import { and, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import { contactFollowers, contacts } from "@/db/schema/contacts";
import { opportunities, opportunityFollowers } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { type Readers, readersOf } from "@/lib/access/readers";

/**
 * The contacts this caller may read: of their location, not deleted, and for someone who does not see
 * all, those that they (or somebody of their team) made, look after or follow, and those whose leads are theirs.
 */
export function readableContacts(context: Context): SQL | undefined {
  const readers = readersOf(context);
  return and(
    eq(contacts.locationId, context.location.id),
    isNull(contacts.deletedAt),
    readers === null
      ? undefined
      : or(readers(contacts.createdById), readers(contacts.assignedToId), follows(readers), hasLeadOf(readers)),
  );
}

const follows = (readers: Readers): SQL =>
  exists(
    sql`(select 1 from ${contactFollowers} where ${contactFollowers.locationId} = ${contacts.locationId}
      and ${contactFollowers.contactId} = ${contacts.id} and ${readers(contactFollowers.userId)})`,
  );

const hasLeadOf = (readers: Readers): SQL =>
  exists(
    sql`(select 1 from ${opportunities} where ${opportunities.locationId} = ${contacts.locationId}
      and ${opportunities.contactId} = ${contacts.id} and ${opportunities.deletedAt} is null
      and (${readers(opportunities.ownerId)} or ${readers(opportunities.createdById)}
        or exists (select 1 from ${opportunityFollowers} where ${opportunityFollowers.locationId} = ${opportunities.locationId}
          and ${opportunityFollowers.opportunityId} = ${opportunities.id} and ${readers(opportunityFollowers.userId)})))`,
  );
