import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import type { findStage } from "./internal/resolve";
import { placeInEvent } from "./internal/stage-columns";
import { eventOf, tellAsPart } from "./internal/write-many";

type Stage = NonNullable<Awaited<ReturnType<typeof findStage>>>;

/** Where a lead stood that is in the bin: no event of its own tells of it. */
export type BinnedPlace = Pick<
  typeof opportunities.$inferSelect,
  "id" | "stageId" | "pipelineId" | "position" | "stageChangedAt"
>;

/** What became of the leads of stages, as the event of it keeps it to bring them back. */
export type Emptied = {
  /** The stage they went into. */
  leadsIn: { id: string; key: string; name: string };
  /** The larger change that their own events are a part of. */
  moves: string;
  binned: BinnedPlace[];
};

/** The larger change that moves of leads are a part of; and how many leads are moved at most, without it all. */
export type Moving = { moves: string; most?: number };

/**
 * Puts the leads of stages into another one, in the order they had, those in the bin with them. Each is
 * told by an event of its own, as a part of one larger change `moves`: they come back together. Answers
 * how many went, without those in the bin; and null for `emptied` where `most` went and others may be left.
 */
export async function emptyStages(
  transaction: Transaction,
  context: Context,
  stages: readonly Stage[],
  target: Stage,
  { moves, most = Number.POSITIVE_INFINITY }: Moving,
): Promise<{ moved: number; emptied: Emptied | null }> {
  const some = most === Number.POSITIVE_INFINITY ? [] : await findSome(transaction, context, stages, most);
  const isPart = some.length >= most;
  const which = and(inStages(context, stages), isPart ? inArray(opportunities.id, some) : undefined);
  const leads = await lockLeads(transaction, which);
  const { now } = context;
  await transaction
    .update(opportunities)
    .set({
      stageId: target.id,
      pipelineId: target.pipelineId,
      stageChangedAt: now,
      version: sql`${opportunities.version} + 1`,
      updatedAt: now,
    })
    .where(which);
  const told = leads.flatMap((lead): NewEvent[] => {
    const stage = stages.find(({ id }) => id === lead.stageId);
    if (!stage || lead.deletedAt) return [];
    const after = placeInEvent(target, { position: lead.position, stageChangedAt: now });
    return [eventOf(lead, { type: "lead.stage_changed", before: placeInEvent(stage, lead), after })];
  });
  const binned = leads.flatMap(({ id, stageId, pipelineId, position, stageChangedAt, deletedAt }) =>
    deletedAt ? [{ id, stageId, pipelineId, position, stageChangedAt }] : [],
  );
  await tellAsPart(transaction, context, told, moves);
  const { id, key, name } = target;
  return { moved: told.length, emptied: isPart ? null : { leadsIn: { id, key, name }, moves, binned } };
}

const inStages = ({ location }: Context, stages: readonly Stage[]) =>
  and(
    eq(opportunities.locationId, location.id),
    inArray(
      opportunities.stageId,
      stages.map(({ id }) => id),
    ),
  );

/** So many leads of the stages that are not in the bin, or as many as there are. */
async function findSome(
  transaction: Transaction,
  { location }: Context,
  stages: readonly Stage[],
  most: number,
): Promise<string[]> {
  const found: string[] = [];
  for (const stage of stages) {
    const rows = await transaction
      .select({ id: opportunities.id })
      .from(opportunities)
      .where(
        and(
          eq(opportunities.locationId, location.id),
          eq(opportunities.stageId, stage.id),
          isNull(opportunities.deletedAt),
        ),
      )
      // An index has a stage in this order.
      .orderBy(asc(opportunities.createdAt), asc(opportunities.id))
      .limit(most - found.length);
    found.push(...rows.map(({ id }) => id));
    if (found.length >= most) break;
  }
  return found;
}

/** Leads, held until the transaction ends, in one order. */
const lockLeads = (transaction: Transaction, which: SQL | undefined) =>
  transaction
    .select({
      id: opportunities.id,
      contactId: opportunities.contactId,
      stageId: opportunities.stageId,
      pipelineId: opportunities.pipelineId,
      position: opportunities.position,
      stageChangedAt: opportunities.stageChangedAt,
      deletedAt: opportunities.deletedAt,
    })
    .from(opportunities)
    .where(which)
    .orderBy(asc(opportunities.id))
    .for("update");
