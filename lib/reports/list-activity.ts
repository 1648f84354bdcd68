import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { events } from "@/db/schema/activity";
import { opportunities, stages } from "@/db/schema/opportunities";
import { type Context, seesAll } from "@/lib/access/context";
import { can } from "@/lib/access/permissions";
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
  /** What a finished import brought; its id for who may look at it. */
  imported: { id: string | null; leads: number; fileName: string } | null;
  before: unknown;
  after: unknown;
};

const shown = 8;

/** What happened last to the leads that the caller may read, newest first; of an import that it was finished, not each of its leads. */
export function listActivity(context: Context): Promise<ActivityEvent[]> {
  return read(context, async (transaction) => {
    const mine = seesAll(context) ? undefined : inArray(events.opportunityId, readableLeadIds(context, transaction));
    const rows = await transaction
      .select({
        id: events.id,
        type: events.type,
        subjectId: events.subjectId,
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
      .where(
        and(
          eq(events.locationId, context.location.id),
          isNull(events.importId),
          mine,
          mine && isNotNull(events.opportunityId),
        ),
      )
      .orderBy(desc(events.id))
      // More than are shown: the quiet ones among them are left out below, not searched through.
      .limit(shown * 6);
    return tellingEvents(rows)
      .slice(0, shown)
      .map(({ subjectId, ...event }) => ({ ...event, imported: importedBy(context, { ...event, subjectId }) }));
  });
}

/** What `finish` of an import tells of it. */
const Finished = z.object({ fileName: z.string(), counts: z.object({ new: z.int(), changed: z.int() }) });

function importedBy(
  { actor }: Context,
  { type, subjectId, after }: { type: string; subjectId: string; after: unknown },
): ActivityEvent["imported"] {
  if (type !== "import.finished") return null;
  const { fileName, counts } = Finished.parse(after);
  return { id: can(actor, "imports.write") ? subjectId : null, leads: counts.new + counts.changed, fileName };
}
