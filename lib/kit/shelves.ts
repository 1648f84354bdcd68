/**
 * When rows of a list by creation were made, in days since 1970 (of UTC): the first, those in the middle and
 * at the end of its first `measured` rows, and the last of all.
 */
export type ListTimes = { start: number; middle: number; last: number; end: number; measured: number };

/** How far to look along a list. */
export type Along = {
  /** How many a page needs. */
  needed: number;
  /** Where fewer are expected in all, all of them are looked up. */
  few: number;
  /** How many rows are found at most at once. */
  most: number;
  /** How many rows the list has. */
  all: number;
  /** Whether hardly anything else is asked for: then nearly all that the index knows match. */
  isAlone: boolean;
};

/** How the database goes along a list (`find_contacts_along`, `find_leads_along`). */
export type Ladder = {
  /** Days since 1970: the first is where the list starts, each next one where a step may end. */
  edges: number[];
  /** Which part of the list stands before each of these ends. */
  shares: number[];
  /** The rest of the list is taken at once where fewer are expected in all. */
  few: number;
};

/** How many rows an index knew, and how many of them match; and which step found the last of them, null where there are none. */
type Found = { seen: number; matched: number; step: number | null };

/** From one edge to the next it is so many times as far as from the start to there: how much of a list is taken is chosen that finely. */
const growth = 0.5;
/** Half as many again as what was found so far tells: it may have been more than its share. */
const enough = 1.5;
/** Of what matches in part, so many times as many as are needed are found at once. */
const ofPart = 4;

/**
 * Looks along a list by creation until there are as many as needed: `lookUp` takes a ladder, and how many rows
 * the index has to find at least. With which part of the list was looked through, null when it was all
 * of it; or null where more than `most` would be found at once.
 */
export async function lookAlong<Known extends Found>(
  times: ListTimes,
  along: Along,
  lookUp: (ladder: Ladder, enough: number) => Promise<Known>,
): Promise<(Known & { share: number | null }) | null> {
  const { needed, most, isAlone } = along;
  const ladder = ladderOf(times, along);
  for (let asked = Math.min(isAlone ? needed : ofPart * needed, most); ;) {
    const found = await lookUp(ladder, asked);
    if (found.seen >= most) return null;
    const edge = found.seen < asked ? undefined : ladder.edges[found.step ?? 0];
    if (edge === undefined) return { ...found, share: null };
    if (found.matched >= needed) return { ...found, share: shareOf(times, along, edge) };
    asked = Math.min(most, Math.ceil(asked * Math.max(ofPart, (enough * needed) / Math.max(1, found.matched))));
  }
}

/** The steps along a list: the first over what was measured, the further edges ever farther. The last of the list is the rest. */
export function ladderOf(times: ListTimes, { few, all }: Pick<Along, "few" | "all">): Ladder {
  const { start, middle, last, end } = times;
  const way = end > start ? 1 : -1;
  const edges = [edgeAt(start, 1, -way)];
  const shares: number[] = [];
  // By the second half of what was measured: the first rows of a list are those that may be dated oddly.
  const days = Math.max(2 * Math.abs(last - middle), 1 / 24);
  for (let far = last, reach = 1; ; far += way * days * reach * growth, reach *= 1 + growth) {
    const before = edges.at(-1) ?? far;
    const edge = edgeAt(far, widthOf(Math.abs(far - last)), way);
    if (shares.length > 0 && (edge - end) * way >= 0) return { edges, shares, few };
    // The shelf that the step before ended with may be longer than this one.
    if ((edge - before) * way <= 0) continue;
    edges.push(edge);
    shares.push(shareOf(times, { all }, edge));
  }
}

/** Far away steps end where a shelf of 8 or 64 days does: then there are few on the way. */
const widthOf = (days: number): number => [64, 8].find((width) => days >= 2 * width) ?? 1;

/** The end of the shelf with a moment, on the way up (1) or down (-1). */
const edgeAt = (moment: number, days: number, way: number): number =>
  (Math.floor(moment / days) + (way > 0 ? 1 : 0)) * days;

/**
 * About which part of a list stands before an edge: the rows that were measured, and of the others as if
 * ever more, or ever fewer, had been made from day to day.
 */
export function shareOf({ middle, last, end, measured }: ListTimes, { all }: Pick<Along, "all">, edge: number): number {
  const length = Math.abs(end - last);
  const passed = length > 0 ? Math.min(1, Math.max(0, (edge - last) / (end - last))) : 1;
  const density = measured / Math.max(2 * Math.abs(last - middle), 1e-6);
  // How many times as many as on the average day; more than twice as many can not fall evenly.
  const times = Math.min(2, (density * length) / Math.max(1, all - measured));
  const known = Math.min(1, measured / all);
  return known + (1 - known) * (times * passed + (1 - times) * passed * passed);
}
