import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import type { findStage } from "./internal/resolve";
import { placeInEvent } from "./internal/stage-columns";
import { eventOf, tellAsPart } from "./internal/write-many";

type Stage = NonNullable<Awaited<ReturnType<typeof findStage>>>;

/** What became of the leads of stages, as the event of it keeps it to bring them back. */
export type Emptied = {
  /** The stage they went into. */
  leadsIn: { id: string; key: string; name: string };
  /** The larger change that the events of their moves are a part of. */
  moves: string;
};

/** The larger change that moves of leads are a part of; and how many leads are moved at most, without it all. */
export type Moving = { moves: string; most?: number };

/**
 * Puts the leads of stages into another one, in the order they had, those in the bin last. Each is told by
 * an event of its own, those in the bin by one together, as parts of one larger change `moves`: they come
 * back with it. Answers how many went, without those in the bin; and null for `emptied` where `most` went and
 * others may be left.
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
  const { id, key, name, pipelineId } = target;
  const binned = leads.flatMap(({ deletedAt, contactId, ...place }) => (deletedAt ? [place] : []));
  const inBin: NewEvent = {
    type: "leads.moved_in_bin",
    subject: { type: "stage", id },
    before: { binned },
    after: { binned: binned.map((place) => ({ ...place, stageId: id, pipelineId, stageChangedAt: now })) },
  };
  await tellAsPart(transaction, context, binned.length > 0 ? [...told, inBin] : told, moves);
  return { moved: told.length, emptied: isPart ? null : { leadsIn: { id, key, name }, moves } };
}

const inStages = ({ location }: Context, stages: readonly Stage[]) =>
  and(
    eq(opportunities.locationId, location.id),
    inArray(
      opportunities.stageId,
      stages.map(({ id }) => id),
    ),
  );

/** So many leads of the stages, those in the bin last, or as many as there are. */
async function findSome(
  transaction: Transaction,
  { location }: Context,
  stages: readonly Stage[],
  most: number,
): Promise<string[]> {
  const found: string[] = [];
  for (const isSome of [isNull(opportunities.deletedAt), isNotNull(opportunities.deletedAt)])
    for (const stage of stages) {
      if (found.length >= most) return found;
      const rows = await transaction
        .select({ id: opportunities.id })
        .from(opportunities)
        .where(and(eq(opportunities.locationId, location.id), eq(opportunities.stageId, stage.id), isSome))
        // An index has a stage in this order.
        .orderBy(asc(opportunities.createdAt), asc(opportunities.id))
        .limit(most - found.length);
      found.push(...rows.map(({ id }) => id));
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
