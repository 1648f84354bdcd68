import { and, eq, type SQL, sql } from "drizzle-orm";
import { events } from "@/db/schema/activity";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import type { BinnedPlace } from "./empty-stages";
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
    .where(and(eq(events.locationId, location.id), eq(events.partOfId, moves)));
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

/** Takes leads that were in the bin back to where they stood, those that are still in the stage they were put into. */
export async function returnBinned(
  transaction: Transaction,
  { location }: Context,
  { binned, leadsIn }: { binned: readonly BinnedPlace[]; leadsIn: { id: string } },
): Promise<void> {
  await transaction.execute(sql`
    update ${opportunities} o set ${placeFrom(sql`b`)}
    from jsonb_array_elements(${JSON.stringify(binned)}::jsonb) b
    where o.location_id = ${location.id} and o.id = b ->> 'id' and o.stage_id = ${leadsIn.id}`);
}

/** The columns of a lead's place, from a place as events have it. */
const placeFrom = (place: SQL): SQL =>
  sql`stage_id = ${place} ->> 'stageId', pipeline_id = ${place} ->> 'pipelineId', position = ${place} ->> 'position',
    stage_changed_at = (${place} ->> 'stageChangedAt')::timestamptz`;
