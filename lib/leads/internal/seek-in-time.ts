import { and, eq, isNull, sql } from "drizzle-orm";
import { leadTallies, opportunities } from "@/db/schema/opportunities";
import { readTimes, timesOfList } from "@/lib/data/list-times";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import { type ListTimes, lookAlong } from "@/lib/kit/shelves";
import { lookUpAlong, type Seen, type WantedPage } from "./looks";

/** What was found of a page; when that is not all, in about which part of the list; and how many leads the location has. */
export type SeenInTime = Seen & { share: number | null; all: number };

export type InTime = {
  /** A location of no more leads is looked through in other ways. */
  small: number;
  /** Where no more than so many are expected in all, they are looked up at once. */
  few: number;
  /** The longest look-up. */
  most: number;
  /** How many rows of the list tell how close together leads were made. */
  measured: number;
};

/**
 * Looks up what is sought in a long list by when leads were made: from where it begins, through as many
 * days as it takes to have the page, each time further; and all of it where it is rare. Null where more than
 * `most` are found at once, and where the location is small.
 */
export async function seekInTime(
  transaction: ReadTransaction,
  wanted: WantedPage,
  { small, few, most, measured }: InTime,
): Promise<SeenInTime | null> {
  const times = await timesOf(transaction, wanted, measured);
  if (!times || times.all <= small) return null;
  const { all } = times;
  const along = { needed: wanted.offset + wanted.limit, few, most, all, isAlone: true };
  const found = await lookAlong(times, along, (ladder, enough) =>
    lookUpAlong(transaction, wanted, most, ladder, enough),
  );
  return found && { ...found, all };
}

/** The times of a list, and how many leads the location has. */
type Times = ListTimes & { all: number };

async function timesOf(
  transaction: ReadTransaction,
  { order, values }: WantedPage,
  measured: number,
): Promise<Times | null> {
  const { byCreation: direction = "desc", from } = order;
  const query = prepared(transaction, `times ${direction} ${measured} ${from !== undefined}`, (connection) => {
    const list = {
      table: opportunities,
      locationId: sql.placeholder("locationId"),
      direction,
      from: from === undefined ? undefined : sql`${sql.placeholder("from")}::timestamptz`,
    };
    return connection
      .select({ all: sql<number>`coalesce(sum(${leadTallies.leads}), 0)::int`, ...timesOfList(list, measured) })
      .from(leadTallies)
      .where(and(eq(leadTallies.locationId, sql.placeholder("locationId")), isNull(leadTallies.createdOn)));
  });
  const [row] = await query.execute({ locationId: values.locationId, from });
  const times = readTimes(row, measured);
  return row && row.all > 0 && times ? { ...times, all: row.all } : null;
}
