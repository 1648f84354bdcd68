import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { contacts } from "@/db/schema/contacts";
import type { opportunities } from "@/db/schema/opportunities";
import type { ListTimes } from "@/lib/kit/shelves";

/** A list by creation of what a location has. */
export type CreationList = {
  table: typeof contacts | typeof opportunities;
  locationId: string | Placeholder;
  direction: "asc" | "desc";
  /** The moment that the list begins at, when not at its start. */
  from?: SQL;
};

/** The times of a list as columns of a query; each null where the list is shorter. */
export const timesOfList = (list: CreationList, measured: number) => ({
  start: timeInList(list, 0),
  middle: timeInList(list, Math.floor(measured / 2)),
  last: timeInList(list, measured - 1),
  end: timeInList({ ...list, direction: list.direction === "desc" ? "asc" : "desc", from: undefined }, 0),
});

/** What such a query answered; null where the list is too short to tell. */
export function readTimes(
  times: Record<"start" | "middle" | "last" | "end", number | null> | undefined,
  measured: number,
): ListTimes | null {
  const { start = null, middle = null, last = null, end = null } = times ?? {};
  return start === null || middle === null || last === null || end === null
    ? null
    : { start, middle, last, end, measured };
}

/** When the row at a place was made, in days since 1970; null where the list is shorter. */
export function timeInList({ table, locationId, direction, from }: CreationList, place: number): SQL<number | null> {
  const begins = sql.raw(direction === "desc" ? "<=" : ">=");
  const since = from === undefined ? sql`` : sql`and created_at ${begins} ${from}`;
  const by = sql.raw(`created_at ${direction}, id ${direction}`);
  return sql<number | null>`date_part('epoch', (select created_at from ${table}
    where location_id = ${locationId} and deleted_at is null ${since} order by ${by}
    offset ${sql.raw(String(place))} limit 1)) / 86400`;
}
