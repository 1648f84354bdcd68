import { and, asc, eq, gt, lte } from "drizzle-orm";
import { events } from "@/db/schema/activity";
import { opportunities } from "@/db/schema/opportunities";
import { type Context, userIdOf } from "@/lib/access/context";
import { readerIdsOf } from "@/lib/access/readers";
import { read } from "@/lib/data/doors";
import { concerns } from "@/lib/events/notices";
import { findVisibleLeads } from "@/lib/leads/find-visible-leads";
import type { LiveEvent } from "@/lib/live/model";

/** An event with its id, by which a screen goes on after a break. */
export type NumberedEvent = LiveEvent & Changed & { id: string };

/** What screens are not told of an event: it only says who is. */
type Changed = {
  subjectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

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
        subjectId: events.subjectId,
        before: events.before,
        after: events.after,
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
 * What the caller may know of the events: all for those who see everything; else those about leads they
 * may read, those that took a lead from them or gave it to them, and those about nobody. Of one that
 * concerns them, but is about what they may not read, no more than that.
 */
export async function eventsFor(context: Context, happened: NumberedEvent[]): Promise<(LiveEvent & { id: string })[]> {
  const readerIds = readerIdsOf(context);
  const leadIds = [...new Set(happened.flatMap(({ leadId }) => leadId ?? []))];
  const visible = readerIds && (await read(context, (transaction) => findVisibleLeads(transaction, context, leadIds)));
  const isReadable = ({ type, leadId, contactId, before, after }: NumberedEvent) => {
    if (readerIds === null || !visible) return true;
    if (leadId === null) return contactId === null;
    if (visible.has(leadId)) return true;
    // A note that names somebody gives them no lead.
    const changed = type === "note.mentioned" ? "" : JSON.stringify([before, after]);
    return readerIds.some((id) => changed.includes(id));
  };
  return happened.flatMap((event) => {
    const { id, type, leadId, contactId, version, actorId } = event;
    const notifies = notifiesCaller(context, event) ? { notifies: true as const } : {};
    if (isReadable(event)) return [{ id, type, leadId, contactId, version, actorId, ...notifies }];
    if (!("notifies" in notifies)) return [];
    return [{ id, type: "notification", leadId: null, contactId: null, version: null, actorId: null, ...notifies }];
  });
}

/** What may take notifications away with it, or bring them back. */
const comesOrGoes: readonly string[] = ["note.deleted", "note.restored"];

function notifiesCaller(context: Context, { type, actorId, subjectId, before, after }: NumberedEvent): boolean {
  const userId = userIdOf(context);
  if (userId === null) return false;
  if (comesOrGoes.includes(type)) return true;
  const subject = { type: "", id: subjectId };
  const [from, to] = [before ?? {}, after ?? {}];
  // Who loses something may lose what they were told of it.
  const given = concerns({ type, subject, before: from, after: to }, userId, actorId);
  return given || concerns({ type, subject, before: to, after: from }, userId, actorId);
}
