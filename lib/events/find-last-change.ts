import { and, desc, eq, or, sql } from "drizzle-orm";
import { events } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";

/** What an event is about: a lead, its contact, or with an id of its own one of their records, such as a note. */
export type About = { opportunityId: string | null; contactId: string; subjectId?: string };

/** Who changed a field of a record last, and when; null when no event says so. */
export async function findLastChange(
  transaction: ReadTransaction,
  { location }: Context,
  { opportunityId, contactId, subjectId }: About,
  field: string,
): Promise<{ actorName: string; occurredAt: Date } | null> {
  const [last] = await transaction
    .select({ actorName: events.actorName, occurredAt: events.occurredAt })
    .from(events)
    .where(
      and(
        eq(events.locationId, location.id),
        or(
          opportunityId === null ? undefined : eq(events.opportunityId, opportunityId),
          eq(events.contactId, contactId),
        ),
        subjectId === undefined ? undefined : eq(events.subjectId, subjectId),
        sql`${events.after} ? ${field}`,
      ),
    )
    .orderBy(desc(events.id))
    .limit(1);
  return last ?? null;
}
