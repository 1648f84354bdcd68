import { sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { timeInList } from "@/lib/data/list-times";
import type { ReadTransaction } from "@/lib/data/transaction";
import { lookAlong } from "@/lib/kit/shelves";
import type { Candidates } from "./conditions";
import { lookUpAlong, lookUpNarrow, narrow, type WantedPage } from "./look-up";
import { findAmongNewest, type Size } from "./sample";

export type FindNewest = {
  wanted: WantedPage;
  /** Sets of ids: all that is wanted is in each. */
  sets: Candidates[];
  size: Size;
  /** Whether nothing is asked for but one condition. */
  isAlone: boolean;
};

/** The first ids; and how many there are in all, unless nobody knows yet. */
export type FoundNewest = { ids: string[]; total: number | null };

/** Where so few are expected in all, they are looked up as a whole. */
const few = 100;

/**
 * The first page of the newest contacts, in a location too large to count: found by an index that
 * knows when they were made among those of the last days, and of as many more as it takes; else met among
 * the newest of all; and all of them where they are rare. Null where no index knows few enough of them.
 */
export async function findNewest(
  transaction: ReadTransaction,
  context: Context,
  { wanted, sets, size, isAlone }: FindNewest,
): Promise<FoundNewest | null> {
  const { times } = size;
  const most = narrow + 1;
  for (const { along } of sets) {
    if (!times || !along) continue;
    const far = { needed: wanted.needed, few, most, all: size.many, isAlone };
    const near = await lookAlong(times, far, (ladder, enough) => {
      const [top = 0, ...further] = ladder.edges;
      const edges = sql`greatest(${top}::int, ${dayAfter(context)}) || ${sql.param(further)}::int[]`;
      return lookUpAlong(transaction, wanted, along(edges, ladder, enough, most, size.isMost));
    });
    if (near) return { ids: near.ids, total: Math.round(near.matched / (near.share ?? 1)) };
  }
  const newest = await findAmongNewest(transaction, context, wanted.asked, wanted.needed);
  if (newest.length >= wanted.needed) return { ids: newest, total: null };
  const others = times ? sets.filter(({ along }) => !along) : sets;
  const all = await lookUpNarrow(transaction, context, wanted, others, size.isMost);
  return all && { ids: all.ids, total: all.matched };
}

/** The day after the newest contact: the times of a location are remembered, and it may have come since. */
const dayAfter = ({ location }: Context) =>
  sql`floor(${timeInList({ table: contacts, locationId: location.id, direction: "desc" }, 0)})::int + 1`;
