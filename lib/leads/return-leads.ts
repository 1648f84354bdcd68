import { and, eq, type SQL, sql } from "drizzle-orm";
import { events } from "@/db/schema/activity";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import type { EventType } from "@/lib/events/catalogue";
import { eventOf, tellAsPart } from "./internal/write-many";

type Returned = { id: string; contactId: string; before: object; after: object };

/**
 * Takes leads back to where they stood before a larger change moved them, however many; the stages have
 * to be there. Those that somebody moved since stay where they are, and are counted.
 * @param moves the larger change; `partOfId`: the one that this is a part of.
 */
export async function returnLeads(
  transaction: Transaction,
  context: Context,
  { moves, partOfId }: { moves: string; partOfId: string },
): Promise<{ stayed: number }> {
  const { location, now } = context;
  const [{ count } = { count: 0 }] = await transaction
    .select({ count: sql<number>`count(*)::int` })
    .from(events)
    .where(isMove(location.id, moves, "lead.stage_changed"));
  const { rows } = await transaction.execute<Returned>(sql`
    update ${opportunities} o set ${placeFrom(sql`e.before`)}, version = o.version + 1, updated_at = ${now}
    from ${events} e
    where e.location_id = ${location.id} and e.part_of_id = ${moves} and e.type = 'lead.stage_changed'
      and o.location_id = ${location.id} and o.id = e.opportunity_id
      and o.stage_id = e.after ->> 'stageId' and o.stage_changed_at = (e.after ->> 'stageChangedAt')::timestamptz
    returning o.id, o.contact_id as "contactId", e.before, e.after`);
  const told = rows.map((lead) =>
    eventOf(lead, { type: "lead.stage_changed", before: { ...lead.after }, after: { ...lead.before } }),
  );
  await tellAsPart(transaction, context, told, partOfId);
  return { stayed: count - told.length };
}

/** Takes leads that were in the bin when a larger change moved them back to where they stood. */
export async function returnBinned(transaction: Transaction, context: Context, moves: string): Promise<void> {
  const told = await transaction
    .select({ before: events.before, after: events.after })
    .from(events)
    .where(isMove(context.location.id, moves, "leads.moved_in_bin"));
  for (const states of told) await putBinned(transaction, context, states);
}

/** Puts leads of the bin where they were before an event of them, those that are still in the stage they were put into. */
export async function putBinned(
  transaction: Transaction,
  { location }: Context,
  { before, after }: { before: Record<string, unknown> | null; after: Record<string, unknown> | null },
): Promise<void> {
  const places = (state: typeof before) => sql`jsonb_array_elements(${JSON.stringify(state?.binned ?? [])}::jsonb)`;
  await transaction.execute(sql`
    update ${opportunities} o set ${placeFrom(sql`b`)}
    from ${places(before)} b join ${places(after)} a on a ->> 'id' = b ->> 'id'
    where o.location_id = ${location.id} and o.id = b ->> 'id' and o.stage_id = a ->> 'stageId'`);
}

const isMove = (locationId: string, moves: string, type: EventType) =>
  and(eq(events.locationId, locationId), eq(events.partOfId, moves), eq(events.type, type));

/** The columns of a lead's place, from a place as events have it. */
const placeFrom = (place: SQL): SQL =>
  sql`stage_id = ${place} ->> 'stageId', pipeline_id = ${place} ->> 'pipelineId', position = ${place} ->> 'position',
    stage_changed_at = (${place} ->> 'stageChangedAt')::timestamptz`;
