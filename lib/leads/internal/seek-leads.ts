import { and, type SQL, sql } from "drizzle-orm";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { LeadOrder, LeadPage } from "@/lib/leads/model";
import type { LeadQuestion } from "./lead-question";
import { asked, firstRows, ordering, withContact } from "./lead-rows";

/** So many rows of a list are looked through before an index is asked: common words are met among them. */
const lookedThrough = 2000;
/** And so many where no index can be asked, such as for one or two letters. */
const lookedThroughAtMost = 20_000;

/** A page of what was sought, and what is known of how many there are. */
export type SoughtPage = {
  ids: string[];
  matched: number;
  /** How many rows `matched` is out of, when these were only the first ones of the list; null when it is all. */
  outOf: number | null;
};

/** What to seek, and for whom: with every value that the placeholders stand for. */
export type Seek = {
  question: LeadQuestion;
  own: boolean;
  order: LeadOrder;
  page: LeadPage;
  values: Record<string, unknown>;
};

/**
 * A page of leads with conditions that the list's order knows nothing of. What is common is met within
 * the first rows of the list; what is rare is looked up in its own index and put in order. Either
 * way the work is bounded, where PostgreSQL would have to guess (it may not look at the statistics of
 * rows behind a policy) and sometimes walk through all leads.
 */
export async function seekLeads(transaction: ReadTransaction, seek: Seek): Promise<SoughtPage> {
  const isIndexed = seek.question.sought.some(({ source }) => source !== null);
  const most = isIndexed ? lookedThrough : lookedThroughAtMost;
  const first = await lookThrough(transaction, seek, most);
  if (first.seen < most || !isIndexed) return { ids: first.ids ?? [], matched: first.matched, outOf: null };
  const isEnough = first.matched >= seek.page.offset + seek.page.limit;
  return isEnough ? { ids: first.ids ?? [], matched: first.matched, outOf: first.seen } : lookUp(transaction, seek);
}

const isSought = ({ sought }: LeadQuestion): SQL => and(...sought.map(({ where }) => where)) ?? sql`true`;

// Drizzle would leave the table out of a column here, and the contact has an id as well.
const id = sql.raw(`"opportunities"."id"`);

/** The ids of the page out of those that `condition` holds for. */
const idsOfPage = (order: LeadOrder, condition: SQL) => sql<
  string[] | null
>`(array_agg(${id} order by ${ordering(order)}) filter (where ${condition}))
  [${sql.placeholder("offset")}::int + 1 : ${sql.placeholder("offset")}::int + ${sql.placeholder("limit")}::int]`;

async function lookThrough(transaction: ReadTransaction, { question, own, order, page, values }: Seek, most: number) {
  const key = `first ${question.shape} ${order.by} ${order.direction}, own ${own}, ${most}`;
  const query = prepared(transaction, key, (connection) => {
    const condition = isSought(question);
    return connection
      .select({
        seen: sql<number>`count(*)::int`,
        matched: sql<number>`(count(*) filter (where ${condition}))::int`,
        ids: idsOfPage(order, condition),
      })
      .from(sql`${firstRows(question, own, order, sql.raw(String(most)))}${withContact(question)}`);
  });
  const [row] = await query.execute({ ...values, ...page });
  return row ?? { seen: 0, matched: 0, ids: null };
}

/** Finds what is sought through its index, and puts it in order. */
export async function lookUp(
  transaction: ReadTransaction,
  { question, own, order, page, values }: Seek,
): Promise<SoughtPage> {
  const key = `found ${question.shape} ${order.by} ${order.direction}, own ${own}`;
  const query = prepared(transaction, key, (connection) => {
    const source = question.sought.find((one) => one.source !== null)?.source;
    if (!source) throw new Error("No index can look this up.");
    return connection
      .select({ matched: sql<number>`count(*)::int`, ids: idsOfPage(order, sql`true`) })
      .from(sql`${source}${withContact(question)}`)
      .where(and(asked(question, own), isSought(question)));
  });
  const [row] = await query.execute({ ...values, ...page });
  return { ids: row?.ids ?? [], matched: row?.matched ?? 0, outOf: null };
}
