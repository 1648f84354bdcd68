import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { leadTallies, opportunities } from "@/db/schema/opportunities";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { Shelves } from "./found-leads";
import type { RowOrder } from "./lead-rows";
import { lookUp, type Seen, type WantedPage } from "./looks";

/** What was found of a page: on which shelves, when these are not all; and how many leads the location has. */
export type SeenInTime = Seen & { shelves: Shelves | null; all: number };

export type InTime = {
  /** Where no more than so many are expected in all, they are looked up at once. */
  few: number;
  /** The longest look-up. */
  most: number;
  /** How many rows of the list tell how close together leads were made. */
  measured: number;
};

/** So many times as much as was measured is looked up at first, and each time at most as many times as before. */
const growth = 8;
/** Half as many again as what was found so far tells: it may have been more than its share. */
const enough = 1.5;

/**
 * Looks up what is sought in a list by when leads were made: from where it begins, through as many days as
 * it takes to have the page, each time further; and all of it where it is rare. Null where more than `most`
 * are found at once.
 */
export async function seekInTime(
  transaction: ReadTransaction,
  wanted: WantedPage,
  limits: InTime,
): Promise<SeenInTime | null> {
  const times = await timesOf(transaction, wanted, limits.measured);
  const near = times && (await seekNear(transaction, wanted, limits, times));
  if (near) return near.seen < limits.most ? near : null;
  const all = times && wanted.order.from !== undefined ? shelvesBetween(times.start, times.end) : undefined;
  const found = await lookUp(transaction, wanted, limits.most, all);
  return found.seen < limits.most ? { ...found, shelves: null, all: times?.all ?? 0 } : null;
}

/** As far as it takes to have the page, or more than is looked up at once; null where the rest of the list holds few. */
async function seekNear(
  transaction: ReadTransaction,
  wanted: WantedPage,
  { few, most, measured }: InTime,
  { start, middle, last, end, all }: Times,
): Promise<SeenInTime | null> {
  const needed = wanted.offset + wanted.limit;
  const way = wanted.order.byCreation === "asc" ? 1 : -1;
  // By the second half of what was measured: the first leads of a list are those that may be dated oddly.
  const days = Math.max(2 * Math.abs(last - middle), 1 / 24);
  let reach = growth;
  for (;;) {
    const far = last + way * days * reach;
    if ((far - end) * way >= 0) return null;
    const shelves = shelvesBetween(start, far);
    const found = await lookUp(transaction, wanted, most, shelves);
    if (found.seen >= most || found.matched >= needed) return { ...found, shelves, all };
    const share = Math.min(1, (measured * reach) / all);
    if (Math.max(1, found.matched) <= few * share) return null;
    reach *= Math.min(growth, Math.max(enough, (enough * needed) / Math.max(1, found.matched)));
  }
}

/** At most about so many shelves are looked through: the index merges what is on them. */
const mostShelves = 12;

/** The shelves that hold what was made between two moments, in days since 1970; and at the ends perhaps more. */
function shelvesBetween(one: number, other: number): Shelves {
  const [from, until] = [Math.min(one, other), Math.max(one, other)];
  const days = ([1, 8] as const).find((width) => (until - from) / width <= mostShelves) ?? 64;
  return { days, first: Math.floor(from / days), last: Math.floor(until / days) };
}

/** When leads of a list by creation were made, in days since 1970: the first, those in the middle and at the end of what is measured, and the last of all. */
type Times = { start: number; middle: number; last: number; end: number; all: number };

async function timesOf(
  transaction: ReadTransaction,
  { order, values }: WantedPage,
  measured: number,
): Promise<Times | null> {
  const { byCreation = "desc", from } = order;
  const query = prepared(transaction, `times ${byCreation} ${measured} ${from !== undefined}`, (connection) => {
    const at = (place: number) => timeAt(order, byCreation, place);
    return connection
      .select({
        all: sql<number>`coalesce(sum(${leadTallies.leads}), 0)::int`,
        start: at(0),
        middle: at(Math.floor(measured / 2)),
        last: at(measured - 1),
        end: timeAt({}, byCreation === "desc" ? "asc" : "desc", 0),
      })
      .from(leadTallies)
      .where(and(eq(leadTallies.locationId, sql.placeholder("locationId")), isNull(leadTallies.createdOn)));
  });
  const [{ start, middle, last, end, all } = {}] = await query.execute({ locationId: values.locationId, from });
  return isTime(start) && isTime(middle) && isTime(last) && isTime(end) && all
    ? { start, middle, last, end, all }
    : null;
}

const isTime = (time: number | null | undefined): time is number => typeof time === "number";

/** When the lead at a place of the list by creation was made. */
function timeAt({ from }: Pick<RowOrder, "from">, direction: "asc" | "desc", place: number): SQL<number | null> {
  const begins = sql.raw(direction === "desc" ? "<=" : ">=");
  const since = from === undefined ? sql`` : sql`and created_at ${begins} ${sql.placeholder("from")}::timestamptz`;
  const by = sql.raw(direction === "desc" ? "created_at desc, id desc" : "created_at asc, id asc");
  return sql<number | null>`date_part('epoch', (select created_at from ${opportunities}
    where location_id = ${sql.placeholder("locationId")} and deleted_at is null ${since} order by ${by}
    offset ${sql.raw(String(place))} limit 1)) / 86400`;
}
