import type { ReadTransaction } from "@/lib/data/transaction";
import { isFoundInTime } from "./lead-rows";
import { isIndexed, lookAtAll, lookThrough, lookUp, type Seen, type WantedPage, walk } from "./looks";
import { seekInTime } from "./seek-in-time";

/** How much is looked at before another way is tried. */
const limits = {
  /** Rows of a list that are looked through first: what is common is met often enough among them. */
  firstLook: 2000,
  /** And at most before an index is asked for what it knows too often, or all leads are looked at. */
  longestLook: 20_000,
  /** As many as these are fetched from all over the table in the time that the longest look takes. */
  lookUp: 2500,
  /** Of a long list by creation all are looked up where they are about so many; of more only the first. */
  few: 300,
};

/** The leads of a page in its order, and what was learnt about how many there are. */
export type FoundPage = Pick<Seen, "places"> & {
  /** How many match from where the page begins on, where all were looked at; else null. */
  matched: number | null;
  /** How many of the first rows matched, when only they were looked at, and of how many in `all`; else null. */
  sample: { matched: number; seen: number; all: number | null } | null;
};

/** How many there are in all, by a sample. Two digits: more would look like knowledge. */
export const estimateOf = ({ matched, seen, all }: NonNullable<FoundPage["sample"]>): number =>
  Number(((matched / seen) * (all ?? seen)).toPrecision(2));

export type Seeking = {
  /** How many leads there are without what is sought. With it few are looked up even where a page is full already, so that they are counted. */
  countAll?: () => Promise<number>;
  /** Whether what no index knows is looked for beyond the longest look, whatever it costs. */
  isThorough: boolean;
  /** Other limits, for tests with few leads. */
  bounds?: typeof limits;
};

/**
 * A page of leads. Where conditions are sought that the list's order knows nothing of, their index finds
 * the first ones of a long list by when leads were made. In others, what is common is met within the first
 * rows of the list, and how often tells about how many there are in all; what is rare is looked up in its
 * index and put in order. Either way the work is bounded, where PostgreSQL would have to guess (it may not
 * look at the statistics of rows behind a policy) and sometimes walk through all leads.
 */
export async function seekPage(transaction: ReadTransaction, wanted: WantedPage, seeking: Seeking): Promise<FoundPage> {
  const { countAll, isThorough, bounds = limits } = seeking;
  const { firstLook, longestLook, lookUp: mostLookedUp } = bounds;
  if (wanted.question.sought.length === 0)
    return { places: await walk(transaction, wanted), matched: null, sample: null };
  const canLookUp = isIndexed(wanted.question);
  if (!canLookUp && !isThorough) return exactly(await lookThrough(transaction, wanted, longestLook));
  const ways = byEachIndex(wanted);
  for (const way of ways) {
    const near = await findInTime(transaction, way, bounds);
    if (near) return near;
  }
  const [first, all] = await Promise.all([lookThrough(transaction, wanted, firstLook), countAll?.() ?? null]);
  if (first.seen < firstLook) return exactly(first);
  const areFew = all === null ? !isFull(first, wanted) : (first.matched / first.seen) * all <= mostLookedUp;
  for (const way of areFew ? ways : []) {
    const found = await lookUp(transaction, way, mostLookedUp);
    if (found.seen < mostLookedUp) return exactly(found);
  }
  if (isFull(first, wanted)) return sampled(first, all);
  for (const most of furtherLooks(first, wanted, longestLook)) {
    const found = await lookThrough(transaction, wanted, most);
    if (found.seen < most) return exactly(found);
    if (isFull(found, wanted)) return sampled(found, all);
  }
  return exactly(await lookAtAll(transaction, wanted));
}

/** The page by each of what an index knows: it is the first sought that is looked up, and the next may be rarer. */
const byEachIndex = (wanted: WantedPage): WantedPage[] =>
  wanted.question.sought.flatMap((one, place, sought) => {
    const question = { ...wanted.question, sought: [one, ...sought.toSpliced(place, 1)] };
    return one.source ? [{ ...wanted, question, shape: wanted.shape && `${wanted.shape}, by ${place}` }] : [];
  });

/** The first of what an index knows of a long list by when leads were made; null for other lists, and where that is too much. */
async function findInTime(
  transaction: ReadTransaction,
  wanted: WantedPage,
  { firstLook: measured, longestLook: small, lookUp: most, few }: typeof limits,
): Promise<FoundPage | null> {
  if (wanted.order.byCreation === undefined || !isFoundInTime(wanted.question)) return null;
  const found = await seekInTime(transaction, wanted, { small, few, most, measured });
  if (!found) return null;
  return found.share === null ? exactly(found) : sampled({ ...found, seen: found.share * found.all }, found.all);
}

/**
 * Through how many rows to look next: a part of the longest look, where by the first one that is likely
 * to have all of the page, then the longest. Quarters: each number is a statement of its own.
 */
function furtherLooks({ matched, seen }: Seen, { offset, limit }: WantedPage, longestLook: number): number[] {
  const expected = ((offset + limit) / matched) * seen;
  const parts = [longestLook / 4, longestLook / 2].filter((most) => most > seen && most > expected * enough);
  return [...parts.slice(0, 1), longestLook];
}

/** Half as many again as the first look tells: it may have had more than its share. */
const enough = 1.5;

const isFull = ({ matched }: Seen, { offset, limit }: WantedPage): boolean => matched >= offset + limit;

const exactly = ({ places, matched }: Omit<Seen, "seen">): FoundPage => ({ places, matched, sample: null });

const sampled = ({ places, matched, seen }: Seen, all: number | null): FoundPage => ({
  places,
  matched: null,
  sample: seen > 0 ? { matched, seen, all } : null,
});
