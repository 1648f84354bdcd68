import { and, eq, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import { type Context, seesOnlyOwn } from "@/lib/access/context";
import { read, readAtOnce } from "@/lib/data/doors";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import { type Count, countedExactly, countLeads, estimateLeads } from "./internal/count-leads";
import { questionOf } from "./internal/lead-question";
import { ordering, pageOfIds } from "./internal/lead-rows";
import { bindReader } from "./internal/readable";
import { lookUp, type Seek, seekLeads, type SoughtPage } from "./internal/seek-leads";
import { leadOf, type LeadRow, selectLeads } from "./internal/select-leads";
import type { Lead, LeadFilter, LeadOrder, LeadPage } from "./model";

export type ListLeads = { filter?: LeadFilter; order?: LeadOrder; page: LeadPage };

type LeadList = { leads: Lead[]; total: number; page: LeadPage };

const newestFirst: LeadOrder = { by: "createdAt", direction: "desc" };

/** Nothing is as far down as this, and PostgreSQL can add a page to it without leaving its integers. */
const farthest = 2_000_000_000;

/**
 * A page of the leads that the caller may read and `filter` asks for, newest first without an
 * `order`, and how many there are in all: exact, but for filters that no tally answers an
 * estimate above 10,000. Parts of texts of fewer than three letters or digits in a row are looked for
 * among the first 20,000 leads of the list only, for no index knows them.
 */
export async function listLeads(
  context: Context,
  { filter = {}, order = newestFirst, page }: ListLeads,
): Promise<LeadList> {
  const own = seesOnlyOwn(context);
  const question = questionOf(filter);
  const values = { ...bindReader(context), ...question.values };
  // One more than asked for, to know whether there is more.
  const sought = { limit: page.limit + 1, offset: Math.min(page.offset, farthest) };
  const list: List = { filter, question, own, values, order, page: sought };
  const { rows, count, estimate } = await (question.sought.length > 0
    ? seekPage(context, list)
    : plainPage(context, list));
  const upToHere = rows.length > 0 ? page.offset + rows.length : 0;
  const isLast = rows.length > 0 && rows.length <= page.limit;
  // An estimate neither hides a next page nor promises one.
  const total = isLast ? upToHere : (count ?? Math.max(upToHere, await estimate()));
  return { leads: rows.slice(0, page.limit).map(leadOf), total, page };
}

type List = Count & Seek;

/** Rows of a page, and how many there are: counted, or else to be estimated. */
type Found = { rows: LeadRow[]; count: number | null; estimate: () => Promise<number> };

/** A page where all that is asked for has an index in the order of the list. */
async function plainPage(context: Context, list: List): Promise<Found> {
  const { question, own, order, page, values } = list;
  const [rows, count] = await readAtOnce(context, (transaction) => {
    const key = `leads ${question.shape} ${order.by} ${order.direction}, own ${own}, ${page.limit}`;
    const query = prepared(transaction, key, (connection) =>
      selectLeads(connection)
        .where(and(isHere, sql`${opportunities.id} in ${pageOfIds(question, own, order, page.limit)}`))
        .orderBy(ordering(order)),
    );
    return Promise.all([query.execute({ ...values, offset: page.offset }), countLeads(transaction, list)]);
  });
  return { rows, count, estimate: () => read(context, (transaction) => estimateLeads(transaction, list)) };
}

const isHere = eq(opportunities.locationId, sql.placeholder("locationId"));

/** A page where something is sought that the list's order knows nothing of. */
function seekPage(context: Context, list: List): Promise<Found> {
  return read(context, async (transaction) => {
    const found = await seekLeads(transaction, list);
    const [rows, count] = await Promise.all([
      leadsOfIds(transaction, list, found.ids),
      countSought(transaction, list, found),
    ]);
    return { rows, count, estimate: () => Promise.resolve(found.matched) };
  });
}

function leadsOfIds(transaction: ReadTransaction, { order, values }: List, ids: string[]) {
  const query = prepared(transaction, `leads by ids ${order.by} ${order.direction}`, (connection) =>
    selectLeads(connection)
      .where(and(isHere, sql`${opportunities.id} = any(${sql.placeholder("ids")})`))
      .orderBy(ordering(order)),
  );
  return query.execute({ ...values, ids });
}

/** What the first rows of the list have of it says how much the rest has, where that is much. */
async function countSought(transaction: ReadTransaction, list: List, { matched, outOf }: SoughtPage): Promise<number> {
  if (outOf === null) return matched;
  const { search, firstName, lastName, email, phone, campaignSlug, ...filter } = list.filter;
  const question = questionOf(filter);
  const rest = { ...list, filter, question };
  const all = (await countLeads(transaction, rest)) ?? (await estimateLeads(transaction, rest));
  const expected = Math.round((matched / outOf) * all);
  return expected > countedExactly ? expected : (await lookUp(transaction, list)).matched;
}
