import { type Context, visibilityOf } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { type Count, countLeads, estimateLeads } from "./internal/count-leads";
import { questionOf } from "./internal/lead-question";
import { ordering } from "./internal/lead-rows";
import type { WantedPage } from "./internal/looks";
import { bindReader } from "./internal/readable";
import { estimateOf, seekPage } from "./internal/seek-page";
import { leadsOfIds } from "./internal/select-leads";
import type { Lead, LeadFilter, LeadOrder, LeadPage } from "./model";

export type ListLeads = { filter?: LeadFilter; order?: LeadOrder; page: LeadPage };

type LeadList = { leads: Lead[]; total: number; page: LeadPage };

const newestFirst: LeadOrder = { by: "createdAt", direction: "desc" };

/** Nothing is as far down as this, and PostgreSQL can add a page to it without leaving its integers. */
const farthest = 2_000_000_000;

/**
 * A page of the leads that the caller may read and `filter` asks for, newest first without an
 * `order`, and how many there are in all: exact, but for filters that no tally answers an estimate
 * above 10,000; for texts and campaigns one above 2,500, and where the newest or oldest of more than
 * 20,000 leads come first, for texts above some 300. Parts of texts of fewer than three letters or
 * digits in a row are looked for among the first 20,000 leads of the list only, for no index knows them.
 */
export function listLeads(context: Context, { filter = {}, order = newestFirst, page }: ListLeads): Promise<LeadList> {
  const question = questionOf(filter);
  const visibility = visibilityOf(context);
  const values = { ...bindReader(context), ...question.values };
  const list: Count = { filter, question, visibility, values };
  const wanted: WantedPage = {
    question,
    visibility,
    values,
    order: { by: ordering(order), byCreation: order.by === "createdAt" ? order.direction : undefined },
    told: [],
    // One more than asked for, to know whether there is more.
    limit: page.limit + 1,
    offset: Math.min(page.offset, farthest),
    shape: `${question.shape} ${order.by} ${order.direction}, ${visibility}`,
  };
  return read(context, async (transaction) => {
    const isWalked = question.sought.length === 0;
    const [{ places, matched, sample }, counted] = await Promise.all([
      seekPage(transaction, wanted, {
        countAll: () => countUnsought(transaction, list),
        isThorough: false,
      }),
      isWalked ? countLeads(transaction, list) : null,
    ]);
    const ids = places.map(({ id }) => id);
    const leads = await leadsOfIds(transaction, context, ids);
    const upToHere = leads.length > 0 ? page.offset + leads.length : 0;
    const isLast = leads.length > 0 && leads.length <= page.limit;
    const estimate = () => (sample ? estimateOf(sample) : estimateLeads(transaction, list));
    // An estimate neither hides a next page nor promises one.
    const total = isLast ? upToHere : (matched ?? counted ?? Math.max(upToHere, await estimate()));
    return { leads: leads.slice(0, page.limit), total, page };
  });
}

/** How many leads there are without what is sought. */
async function countUnsought(transaction: ReadTransaction, list: Count): Promise<number> {
  const { search, firstName, lastName, email, phone, campaignSlug, ...filter } = list.filter;
  const rest = { ...list, filter, question: questionOf(filter) };
  return (await countLeads(transaction, rest)) ?? estimateLeads(transaction, rest);
}
