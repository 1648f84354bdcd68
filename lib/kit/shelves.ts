/**
 * Shelves of a search index, each of so many days of UTC and numbered from 1970 on; both ends are
 * included. The index knows each row by three of them (`shelves_of` in the database).
 */
export type Shelves = { days: 1 | 8 | 64; first: number; last: number };

/** At most about so many shelves are looked through: the index merges what is on them. */
const mostShelves = 12;

/** The shelves that hold what was made between two moments, in days since 1970; and at the ends perhaps more. */
export function shelvesBetween(one: number, other: number): Shelves {
  const [from, until] = [Math.min(one, other), Math.max(one, other)];
  const days = ([1, 8] as const).find((width) => (until - from) / width <= mostShelves) ?? 64;
  return { days, first: Math.floor(from / days), last: Math.floor(until / days) };
}

/**
 * When rows of a list by creation were made, in days since 1970: the first, those in the middle and at the
 * end of its first `measured` rows, and the last of all.
 */
export type ListTimes = { start: number; middle: number; last: number; end: number; measured: number };

/** How far to look along a list. */
export type Along = {
  /** How many a page needs. */
  needed: number;
  /** Where no more than so many are expected in all, somebody else looks for all of them. */
  few: number;
  /** How many rows are found at most at once. */
  most: number;
  /** How many rows the list has. */
  all: number;
};

/** Each time at most so many times as much as before is looked at; at first, twice what was measured. */
const growth = 8;
/** Half as many again as what was found so far tells: it may have been more than its share. */
const enough = 1.5;

/**
 * Looks along a list by creation: `lookUp` tells how many rows the index finds on shelves and how many of
 * them match, from the start of the list and each time further, until there are as many as needed, or too
 * many to be found at once. Null where the list ends before, or is likely to have few in all.
 */
export async function lookAlong<Found extends { seen: number; matched: number }>(
  times: ListTimes,
  along: Along,
  lookUp: (shelves: Shelves) => Promise<Found>,
): Promise<(Found & { shelves: Shelves }) | null> {
  const { start, middle, last, end } = times;
  const { needed, few, most } = along;
  const way = end > start ? 1 : -1;
  // By the second half of what was measured: the first rows of a list are those that may be dated oddly.
  const days = Math.max(2 * Math.abs(last - middle), 1 / 24);
  let reach = 1;
  for (;;) {
    const far = last + way * days * reach;
    if ((far - end) * way >= 0) return null;
    const shelves = shelvesBetween(start, far);
    // As far as the last of them goes: a day may be much longer than what was asked for.
    reach = Math.abs(edgeOf(shelves, way) - last) / days;
    const found = await lookUp(shelves);
    if (found.seen >= most || found.matched >= needed) return { ...found, shelves };
    if (found.matched <= few * shareOf(times, along, shelves)) return null;
    reach *= Math.min(growth, Math.max(enough, (enough * needed) / Math.max(1, found.matched)));
  }
}

/** The moment at which shelves end, on the way up (1) or down (-1). */
const edgeOf = ({ days, first, last }: Shelves, way: 1 | -1): number => (way > 0 ? last + 1 : first) * days;

/**
 * About which part of a list stands on the shelves from its start on: the rows that were measured, and of the
 * others as if ever more, or ever fewer, had been made from day to day.
 */
export function shareOf(
  { start, middle, last, end, measured }: ListTimes,
  { all }: Pick<Along, "all">,
  shelves: Shelves,
): number {
  const far = edgeOf(shelves, end > start ? 1 : -1);
  const length = Math.abs(end - last);
  const passed = Math.min(1, Math.max(0, (far - last) / (end - last)));
  const density = measured / Math.max(2 * Math.abs(last - middle), 1e-6);
  // How many times as many as on the average day; more than twice as many can not fall evenly.
  const times = Math.min(2, (density * length) / Math.max(1, all - measured));
  const known = Math.min(1, measured / all);
  return known + (1 - known) * (times * passed + (1 - times) * passed * passed);
}
