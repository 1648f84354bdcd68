import { type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { readTimes, timesOfList } from "@/lib/data/list-times";
import type { ReadTransaction } from "@/lib/data/transaction";
import { type ListTimes, lookAlong, shareOf } from "@/lib/kit/shelves";
import type { Candidates } from "./conditions";
import { findAmongNewest, newestLookedThrough, type Size } from "./sample";

export type FindNewest = {
  asked: SQL | undefined;
  /** Sets of ids: all of which `asked` is true are in each. */
  sets: Candidates[];
  size: Size;
  /** How many ids are wanted. */
  needed: number;
};

/** The first ids; and how many there are in all, unless nobody knows yet. */
export type FoundNewest = { ids: string[]; total: number | null };

/** Sets of up to so many ids are looked up at once. */
const narrow = 1000;
/** Where so few are expected in all, they are looked up as a whole. */
const few = 300;

/**
 * The newest contacts of which `asked` is true, in a location too large to count: found by an index that
 * knows when they were made among those of the last days, and of as many more as it takes; else met among
 * the newest of all; and all of them where they are rare. Null where no index knows few enough of them.
 */
export async function findNewest(
  transaction: ReadTransaction,
  context: Context,
  { asked, sets, size, needed }: FindNewest,
): Promise<FoundNewest | null> {
  const look = (set: SQL) => lookUp(transaction, context, { asked, set, needed });
  const times = sets.some(({ within }) => within) ? await timesOf(transaction, context) : null;
  for (const set of times ? sets : []) {
    const found = times && (await findInTime(look, set, { times, size, needed }));
    if (found) return found;
  }
  const newest = await findAmongNewest(transaction, context, asked, needed);
  if (newest.length >= needed) return { ids: newest, total: null };
  for (const { some, within } of sets) {
    const found = times && within ? null : await findAll(look, some(narrow + 1, size.isMost));
    if (found) return found;
  }
  return null;
}

type Look = (set: SQL) => Promise<Looked>;

/** The newest of a set whose index knows when contacts were made; null for other sets, and where it has too many. */
async function findInTime(
  look: Look,
  { some, within }: Candidates,
  { times, size, needed }: { times: ListTimes } & Pick<FindNewest, "size" | "needed">,
): Promise<FoundNewest | null> {
  if (!within) return null;
  const along = { needed, few, most: narrow + 1, all: size.many };
  const near = await lookAlong(times, along, (shelves) => look(within(shelves, narrow + 1)));
  if (!near) return findAll(look, some(narrow + 1, size.isMost));
  if (near.seen > narrow) return null;
  return { ids: near.ids, total: Math.round(near.matched / shareOf(times, along, near.shelves)) };
}

/** All of a set; null where it is too large. */
async function findAll(look: Look, set: SQL): Promise<FoundNewest | null> {
  const all = await look(set);
  return all.seen <= narrow ? { ids: all.ids, total: all.matched } : null;
}

async function timesOf(transaction: ReadTransaction, { location }: Context) {
  const list = { table: contacts, locationId: location.id, direction: "desc" } as const;
  const [times] = await transaction.select(timesOfList(list, newestLookedThrough)).from(sql`(select 1) as one`);
  return readTimes(times, newestLookedThrough);
}

type Looked = { seen: number; matched: number; ids: string[] };

/** How many a set has, of how many of them `asked` is true, and the newest of these. */
async function lookUp(
  transaction: ReadTransaction,
  { location }: Context,
  { asked, set, needed }: { asked: SQL | undefined; set: SQL; needed: number },
): Promise<Looked> {
  const { rows } = await transaction.execute<Looked>(sql`
    with found (id) as materialized (${set})
    select (select count(*)::int from found) as seen, count(*)::int as matched,
      coalesce((array_agg(${contacts.id} order by ${contacts.createdAt} desc, ${contacts.id} desc))[1:${needed}::int], '{}') as ids
    from found join ${contacts} on ${contacts.locationId} = ${location.id} and ${contacts.id} = found.id where ${asked}`);
  return rows[0] ?? { seen: 0, matched: 0, ids: [] };
}
