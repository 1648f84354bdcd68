import { and, desc, eq, sql } from "drizzle-orm";
import { events } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { readAtOnce } from "@/lib/data/doors";
import type { PastEvent } from "./model";

/** What happened to a lead, which the caller was found to be allowed to read; the last first, at most `limit`. */
export function listEventsOfLead(
  context: Context,
  { opportunityId, limit }: { opportunityId: string; limit: number },
): Promise<PastEvent[]> {
  return readAtOnce(context, (transaction) =>
    transaction
      .select({
        id: events.id,
        number: events.number,
        type: events.type,
        leadId: events.opportunityId,
        actorName: events.actorName,
        stageName: sql<string | null>`${events.after} ->> 'stageName'`,
        occurredAt: events.occurredAt,
      })
      .from(events)
      .where(and(eq(events.locationId, context.location.id), eq(events.opportunityId, opportunityId)))
      .orderBy(desc(events.id))
      .limit(limit),
  );
}
