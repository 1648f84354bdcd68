import { and, type SQL, sql } from "drizzle-orm";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { LeadOrder, LeadPage } from "@/lib/leads/model";
import { type Count, countLeads, estimateLeads } from "./count-leads";
import { questionOf } from "./lead-question";
import { asked, firstRows, isSought, ordering, withContact } from "./lead-rows";

/** How much is looked at before another way is tried. */
const limits = {
  /** Rows of a list that are looked through first: a common word is met often enough among them. */
  firstLook: 2000,
  /** And before an index is asked for what it knows too often, or where there is no index to ask. */
  longestLook: 20_000,
  /** As many as these are fetched from all over the table in the time that the longest look takes. */
  lookUp: 2500,
};

/** What to list, and for whom: with every value that the placeholders stand for. */
export type List = Count & { order: LeadOrder; page: LeadPage };

/** The ids of a page in their order, and how many leads the whole list has: counted, or else to be estimated. */
export type FoundPage = { ids: string[]; count: number | null; estimate: () => Promise<number> };

/**
 * A page of leads with conditions that the list's order knows nothing of. What is common is met within
 * the first rows of the list, and how often tells about how many there are in all; what is rare is
 * looked up in its visibility index and put in order. Either way the work is bounded, where PostgreSQL would
 * have to guess (it may not look at the statistics of rows behind a policy) and sometimes walk through
 * all leads.
 * @param bounds are other limits, for tests with few leads.
 */
export async function seekLeads(transaction: ReadTransaction, list: List, bounds = limits): Promise<FoundPage> {
  const { firstLook, longestLook, lookUp: mostLookedUp } = bounds;
  const isIndexed = list.question.sought.some(({ source }) => source !== null);
  if (!isIndexed) return exactly(await lookThrough(transaction, list, longestLook));
  const [first, all] = await Promise.all([lookThrough(transaction, list, firstLook), countUnsought(transaction, list)]);
  if (first.seen < firstLook) return exactly(first);
  if (expectedOf(first, all) <= mostLookedUp) {
    const found = await lookUp(transaction, list, mostLookedUp);
    if (found.seen < mostLookedUp) return exactly(found);
  }
  if (isEnough(first, list.page)) return about(first, all);
  const longest = await lookThrough(transaction, list, longestLook);
  if (longest.seen < longestLook) return exactly(longest);
  return isEnough(longest, list.page) ? about(longest, all) : exactly(await lookUp(transaction, list, null));
}

const expectedOf = ({ matched, seen }: Seen, all: number): number => (matched / seen) * all;

/** What was found of a page, and how many of the rows that were looked at matched. */
type Seen = { ids: string[] | null; matched: number; seen: number };

const isEnough = ({ matched }: Seen, { offset, limit }: LeadPage): boolean => matched >= offset + limit;

const exactly = ({ ids, matched }: Seen): FoundPage => ({
  ids: ids ?? [],
  count: matched,
  estimate: () => Promise.resolve(matched),
});

/** Two digits: more would look like knowledge. */
const about = (found: Seen, all: number): FoundPage => ({
  ids: found.ids ?? [],
  count: null,
  estimate: () => Promise.resolve(Number(expectedOf(found, all).toPrecision(2))),
});

/** How many leads there are without what is sought. */
async function countUnsought(transaction: ReadTransaction, list: List): Promise<number> {
  const { search, firstName, lastName, email, phone, campaignSlug, ...filter } = list.filter;
  const rest = { ...list, filter, question: questionOf(filter) };
  return (await countLeads(transaction, rest)) ?? estimateLeads(transaction, rest);
}

// Drizzle would leave the table out of a column here, and the contact has an id as well.
const id = sql.raw(`"opportunities"."id"`);

/** What to select of rows that are looked at, of which those that `condition` holds for match. */
const looked = (order: LeadOrder, condition: SQL) => ({
  seen: sql<number>`count(*)::int`,
  matched: sql<number>`(count(*) filter (where ${condition}))::int`,
  ids: sql<string[] | null>`(array_agg(${id} order by ${ordering(order)}) filter (where ${condition}))
    [${sql.placeholder("offset")}::int + 1 : ${sql.placeholder("offset")}::int + ${sql.placeholder("limit")}::int]`,
});

const nothing: Seen = { seen: 0, matched: 0, ids: null };

/** Looks through the first `most` rows of the list. */
async function lookThrough(
  transaction: ReadTransaction,
  { question, visibility, order, page, values }: List,
  most: number,
): Promise<Seen> {
  const key = `first ${question.shape} ${order.by} ${order.direction}, ${visibility}, ${most}`;
  const query = prepared(transaction, key, (connection) =>
    connection
      .select(looked(order, isSought(question)))
      .from(
        sql`${firstRows(question, visibility, { by: ordering(order) }, sql.raw(String(most)))}${withContact(question)}`,
      ),
  );
  const [row] = await query.execute({ ...values, ...page });
  return row ?? nothing;
}

/** Looks up what is sought through its index, and puts it in order: at most so many rows of the index, null for all. */
async function lookUp(
  transaction: ReadTransaction,
  { question, visibility, order, page, values }: List,
  most: number | null,
): Promise<Seen> {
  const key = `found ${question.shape} ${order.by} ${order.direction}, ${visibility}`;
  const query = prepared(transaction, key, (connection) => {
    const source = question.sought.find((one) => one.source !== null)?.source;
    if (!source) throw new Error("No index can look this up.");
    const condition = and(asked(question, visibility), isSought(question)) ?? sql`true`;
    return connection.select(looked(order, condition)).from(sql`${source}${withContact(question)}`);
  });
  const [row] = await query.execute({ ...values, ...page, most });
  return row ?? nothing;
}
