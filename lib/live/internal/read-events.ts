import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { events } from "@/db/schema/activity";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { readerIdsOf } from "@/lib/access/readers";
import { read } from "@/lib/data/doors";
import { findVisibleLeads } from "@/lib/leads/find-visible-leads";
import type { LiveEvent } from "@/lib/live/model";

/** An event with its id, by which a screen goes on after a break. */
export type NumberedEvent = LiveEvent & { id: string; beforeAfter: string };

/** Events of the location by their ids: after `from`, up to `to` where there is an end; the first `most` of them. */
export function readEvents(
  context: Context,
  { from, to, most }: { from: string; to?: string; most: number },
): Promise<NumberedEvent[]> {
  return read(context, (transaction) =>
    transaction
      .select({
        id: events.id,
        type: events.type,
        leadId: events.opportunityId,
        contactId: events.contactId,
        version: opportunities.version,
        actorId: events.actorId,
        beforeAfter: sql<string>`concat(${events.before}::text, ${events.after}::text)`,
      })
      .from(events)
      .leftJoin(
        opportunities,
        and(eq(opportunities.locationId, events.locationId), eq(opportunities.id, events.opportunityId)),
      )
      .where(
        and(
          eq(events.locationId, context.location.id),
          gt(events.id, from),
          to === undefined ? undefined : lte(events.id, to),
        ),
      )
      .orderBy(asc(events.id))
      .limit(most),
  );
}

/**
 * Those of the events that the caller may know of: all for those who see everything; else those about
 * leads they may read, those that took a lead from them or gave it to them, and those about nobody.
 */
export async function eventsFor(context: Context, happened: NumberedEvent[]): Promise<NumberedEvent[]> {
  const readerIds = readerIdsOf(context);
  if (readerIds === null) return happened;
  const leadIds = [...new Set(happened.flatMap(({ leadId }) => leadId ?? []))];
  const visible = await read(context, (transaction) => findVisibleLeads(transaction, context, leadIds));
  return happened.filter(({ leadId, contactId, beforeAfter }) =>
    leadId === null ? contactId === null : visible.has(leadId) || readerIds.some((id) => beforeAfter.includes(id)),
  );
}
