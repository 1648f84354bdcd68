import { and, asc, desc, eq, gt, inArray, isNull, lt, notInArray } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { firstRank, rankBetween } from "@/lib/kit/rank";
import type { Place } from "@/lib/leads/model";

/**
 * A rank for each of `leadIds`, which are to stand in a stage one below the other at `place`. The
 * neighbours are those of this moment: a lead named that has left the stage names no place any more.
 */
export async function ranksAt(
  transaction: ReadTransaction,
  context: Context,
  { stageId, place, leadIds }: { stageId: string; place: Place; leadIds: string[] },
): Promise<string[]> {
  const [low, high] = await neighbours(transaction, context, { stageId, place, leadIds });
  const ranks: string[] = [];
  for (let last = low; ranks.length < leadIds.length; last = ranks.at(-1) ?? null) ranks.push(rankBetween(last, high));
  return ranks;
}

/** The ranks between which the leads are to go; null where there is nobody on that side. */
async function neighbours(
  transaction: ReadTransaction,
  context: Context,
  { stageId, place, leadIds }: { stageId: string; place: Place; leadIds: string[] },
): Promise<[string | null, string | null]> {
  const { position } = opportunities;
  const inStage = and(
    eq(opportunities.locationId, context.location.id),
    eq(opportunities.stageId, stageId),
    isNull(opportunities.deletedAt),
    notInArray(opportunities.id, leadIds),
  );
  const named = [place.after, place.before].filter((id) => id !== undefined);
  const found =
    named.length > 0
      ? await transaction
          .select({ id: opportunities.id, position })
          .from(opportunities)
          .where(and(inStage, inArray(opportunities.id, named)))
      : [];
  const rankOf = (id: string | undefined) => found.find((lead) => lead.id === id)?.position ?? null;
  const above = rankOf(place.after);
  const below = rankOf(place.before);
  const query = transaction.select({ position }).from(opportunities);
  if (above === null && below !== null) {
    const [next] = await query
      .where(and(inStage, lt(position, below)))
      .orderBy(desc(position))
      .limit(1);
    return next ? [next.position, below] : atTop(context, below);
  }
  const [next] = await query
    .where(and(inStage, above === null ? undefined : gt(position, above)))
    .orderBy(asc(position))
    .limit(1);
  const high = next?.position ?? null;
  return above === null ? atTop(context, high) : [above, high];
}

/** The top is where a new lead comes in, so that those that come later still stand above it. */
function atTop({ now }: Context, high: string | null): [string | null, string | null] {
  const first = firstRank(now.getTime());
  return [high === null || first < high ? first : null, high];
}
