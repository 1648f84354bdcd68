import { sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { readTimes, timesOfList } from "@/lib/data/list-times";
import type { ReadTransaction } from "@/lib/data/transaction";
import { type Along, type ListTimes, lookAlong, type Shelves, shareOf } from "@/lib/kit/shelves";
import type { Candidates } from "./conditions";
import { type Looked, lookUp, lookUpNarrow, narrow, type WantedPage } from "./look-up";
import { findAmongNewest, newestLookedThrough, type Size } from "./sample";

export type FindNewest = {
  wanted: WantedPage;
  /** Sets of ids: all that is wanted is in each. */
  sets: Candidates[];
  size: Size;
};

/** The first ids; and how many there are in all, unless nobody knows yet. */
export type FoundNewest = { ids: string[]; total: number | null };

/** Where so few are expected in all, they are looked up as a whole. */
const few = 300;

/**
 * The first page of the newest contacts, in a location too large to count: found by an index that
 * knows when they were made among those of the last days, and of as many more as it takes; else met among
 * the newest of all; and all of them where they are rare. Null where no index knows few enough of them.
 */
export async function findNewest(
  transaction: ReadTransaction,
  context: Context,
  { wanted, sets, size }: FindNewest,
): Promise<FoundNewest | null> {
  const all = async (set: Candidates) => foundOf(await lookUpNarrow(transaction, context, wanted, [set], size.isMost));
  const times = sets.some(({ within }) => within) ? await timesOf(transaction, context) : null;
  for (const set of sets) {
    const { within } = set;
    if (!times || !within) continue;
    const along = { needed: wanted.needed, few, most: narrow + 1, all: size.many };
    const near = await lookAlong(times, along, (shelves) =>
      lookUp(transaction, context, wanted, within(shelves, narrow + 1)),
    );
    const found = near ? nearestOf(near, times, along) : await all(set);
    if (found) return found;
  }
  const newest = await findAmongNewest(transaction, context, wanted.asked, wanted.needed);
  if (newest.length >= wanted.needed) return { ids: newest, total: null };
  for (const set of sets) {
    const found = times && set.within ? null : await all(set);
    if (found) return found;
  }
  return null;
}

const foundOf = (all: Looked | null): FoundNewest | null => all && { ids: all.ids, total: all.matched };

/** What was found on shelves, and how many there are in all by the part of the list that stands there; null when it was too much. */
const nearestOf = (near: Looked & { shelves: Shelves }, times: ListTimes, along: Along): FoundNewest | null =>
  near.seen > narrow ? null : { ids: near.ids, total: Math.round(near.matched / shareOf(times, along, near.shelves)) };

async function timesOf(transaction: ReadTransaction, { location }: Context) {
  const list = { table: contacts, locationId: location.id, direction: "desc" } as const;
  const [times] = await transaction.select(timesOfList(list, newestLookedThrough)).from(sql`(select 1) as one`);
  return readTimes(times, newestLookedThrough);
}
