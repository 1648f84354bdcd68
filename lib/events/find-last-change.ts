import { and, desc, eq, or, sql } from "drizzle-orm";
import { events } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";

/** Who changed a field of a lead or its contact last, and when; null when no event says so. */
export async function findLastChange(
  transaction: ReadTransaction,
  { location }: Context,
  { opportunityId, contactId, field }: { opportunityId: string; contactId: string; field: string },
): Promise<{ actorName: string; occurredAt: Date } | null> {
  const [last] = await transaction
    .select({ actorName: events.actorName, occurredAt: events.occurredAt })
    .from(events)
    .where(
      and(
        eq(events.locationId, location.id),
        or(eq(events.opportunityId, opportunityId), eq(events.contactId, contactId)),
        sql`${events.after} ? ${field}`,
      ),
    )
    .orderBy(desc(events.id))
    .limit(1);
  return last ?? null;
}
