import { and, eq, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import { type Context, visibilityOf } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import { countLeads, estimateLeads } from "./internal/count-leads";
import { questionOf } from "./internal/lead-question";
import { ordering, pageOfIds } from "./internal/lead-rows";
import { bindReader } from "./internal/readable";
import { type FoundPage, type List, seekLeads } from "./internal/seek-leads";
import { leadOf, type LeadRow, selectLeads } from "./internal/select-leads";
import type { Lead, LeadFilter, LeadOrder, LeadPage } from "./model";

export type ListLeads = { filter?: LeadFilter; order?: LeadOrder; page: LeadPage };

type LeadList = { leads: Lead[]; total: number; page: LeadPage };

const newestFirst: LeadOrder = { by: "createdAt", direction: "desc" };

/** Nothing is as far down as this, and PostgreSQL can add a page to it without leaving its integers. */
const farthest = 2_000_000_000;

/**
 * A page of the leads that the caller may read and `filter` asks for, newest first without an
 * `order`, and how many there are in all: exact, but for filters that no tally answers an estimate
 * above 10,000, and for texts and campaigns one above 2,500. Parts of texts of fewer than three letters
 * or digits in a row are looked for among the first 20,000 leads of the list only, for no index knows
 * them.
 */
export function listLeads(context: Context, { filter = {}, order = newestFirst, page }: ListLeads): Promise<LeadList> {
  const question = questionOf(filter);
  const values = { ...bindReader(context), ...question.values };
  // One more than asked for, to know whether there is more.
  const asked = { limit: page.limit + 1, offset: Math.min(page.offset, farthest) };
  const list: List = { filter, question, visibility: visibilityOf(context), values, order, page: asked };
  return read(context, async (transaction) => {
    const { ids, count, estimate } = await (question.sought.length > 0 ? seekLeads : walkLeads)(transaction, list);
    const rows = ids.length > 0 ? await leadsOfIds(transaction, list, ids) : [];
    const upToHere = rows.length > 0 ? page.offset + rows.length : 0;
    const isLast = rows.length > 0 && rows.length <= page.limit;
    // An estimate neither hides a next page nor promises one.
    const total = isLast ? upToHere : (count ?? Math.max(upToHere, await estimate()));
    return { leads: rows.slice(0, page.limit).map(leadOf), total, page };
  });
}

/** A page of leads where all that is asked for has an index in the order of the list. */
async function walkLeads(transaction: ReadTransaction, list: List): Promise<FoundPage> {
  const { question, visibility, order, page, values } = list;
  const key = `page ${question.shape} ${order.by} ${order.direction}, ${visibility}, ${page.limit}, ${page.offset > 0}`;
  const query = prepared(transaction, key, (connection) =>
    connection.select({ id: sql<string>`id` }).from(sql`${pageOfIds(question, visibility, order, page)} as page`),
  );
  const [rows, count] = await Promise.all([
    query.execute({ ...values, offset: page.offset }),
    countLeads(transaction, list),
  ]);
  return { ids: rows.map(({ id }) => id), count, estimate: () => estimateLeads(transaction, list) };
}

/** The leads of these ids, with all that they are read with. Apart from finding them: it is planned once for all lists. */
function leadsOfIds(transaction: ReadTransaction, { order, values }: List, ids: string[]): Promise<LeadRow[]> {
  const query = prepared(transaction, `leads by ids ${order.by} ${order.direction}`, (connection) =>
    selectLeads(connection)
      .where(
        and(
          eq(opportunities.locationId, sql.placeholder("locationId")),
          sql`${opportunities.id} = any(${sql.placeholder("ids")})`,
        ),
      )
      .orderBy(ordering(order)),
  );
  return query.execute({ ...values, ids });
}
