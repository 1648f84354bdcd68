import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { events } from "@/db/schema/activity";
import { opportunities, stages } from "@/db/schema/opportunities";
import { type Context, seesAll } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { tellingEvents } from "@/lib/events/model";
import { readableLeadIds } from "@/lib/leads/readable-lead-ids";

/** A fact of the location's timeline, with the lead it is about where it is about one. */
export type ActivityEvent = {
  id: string;
  type: string;
  actorName: string;
  occurredAt: Date;
  leadId: string | null;
  leadName: string | null;
  /** Where a lead was moved to. */
  stageName: string | null;
  before: unknown;
  after: unknown;
};

const shown = 8;

/** What happened last to the leads that the caller may read, newest first. */
export function listActivity(context: Context): Promise<ActivityEvent[]> {
  return read(context, async (transaction) => {
    const mine = seesAll(context) ? undefined : inArray(events.opportunityId, readableLeadIds(context, transaction));
    const rows = await transaction
      .select({
        id: events.id,
        type: events.type,
        actorName: events.actorName,
        occurredAt: events.occurredAt,
        leadId: opportunities.id,
        leadName: opportunities.name,
        stageName: stages.name,
        before: events.before,
        after: events.after,
      })
      .from(events)
      .leftJoin(
        opportunities,
        and(eq(opportunities.locationId, events.locationId), eq(opportunities.id, events.opportunityId)),
      )
      .leftJoin(
        stages,
        and(eq(stages.locationId, events.locationId), sql`${stages.id} = ${events.after} ->> 'stageId'`),
      )
      .where(and(eq(events.locationId, context.location.id), mine, mine && isNotNull(events.opportunityId)))
      .orderBy(desc(events.id))
      // More than are shown: the quiet ones among them are left out below, not searched through.
      .limit(shown * 6);
    return tellingEvents(rows).slice(0, shown);
  });
}
