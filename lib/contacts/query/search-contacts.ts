import { and, type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import { type Context, seesAll } from "@/lib/access/context";
import { readableContacts } from "@/lib/contacts/internal/readable";
import { listFieldsOf } from "@/lib/custom-fields/record-values";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { searchWords } from "@/lib/kit/search-words";
import { compileFilter, compileSearch } from "./internal/compile";
import { findNewest } from "./internal/find-newest";
import { lookUpNarrow, narrow, type WantedPage } from "./internal/look-up";
import { type ListPart, type Order, orderOf } from "./internal/order";
import { type FoundContact, readFound } from "./internal/read-found";
import { estimateTotal, sizeOf } from "./internal/sample";
import { refuse } from "./internal/values";
import {
  type ContactGroup,
  type ContactQuery,
  deepestOffset,
  isCondition,
  isOfLead,
  partsOf,
  queryLimits,
} from "./model";

/** A page of contacts, each with the cursor behind it; whether more come after it; and how many there are in all. */
export type ContactPage = {
  contacts: (FoundContact & { cursor: (string | number | null)[] })[];
  hasMore: boolean;
  total: number;
};

/** Where a sample tells of so many, no set that holds them all is narrow. */
const surelyWide = 3 * narrow;

/**
 * The contacts that a query asks for, of those the caller may read. The total is exact in locations of
 * up to 20,000 contacts, and where an index finds at most 1,000 and a page of the newest took all of them;
 * else it is estimated.
 * @throws Invalid for unknown fields and operators, for values that do not fit, and for a cursor of another query.
 */
export function searchContacts(context: Context, query: ContactQuery): Promise<ContactPage> {
  const { limit, offset = 0 } = query;
  if (offset + limit > deepestOffset)
    refuse(["page"], `must end within the first ${deepestOffset} contacts: use searchAfter beyond`);
  return read(context, async (transaction) => {
    const order = orderOf(query, context.location);
    const { ids, total } = await findPage(transaction, context, query, order);
    const found = await readFound(transaction, context, ids.slice(0, limit));
    return {
      contacts: found.map((one) => ({ ...one, cursor: order.cursorOf(one) })),
      hasMore: ids.length > limit,
      total,
    };
  });
}

/** The ids of a page, and of the contact behind it; and how many there are in all. */
type FoundPage = { ids: string[]; total: number };

async function findPage(
  transaction: ReadTransaction,
  context: Context,
  query: ContactQuery,
  order: Order,
): Promise<FoundPage> {
  const { limit, offset = 0, after } = query;
  const { asked, sets } = await compile(transaction, context, query);
  const size = await sizeOf(transaction, context);
  const conditions =
    partsOf(query.filter).length +
    searchWords(query.search ?? "", queryLimits.words).length +
    (seesAll(context) ? 0 : 1);
  const isFirst = offset === 0 && after === undefined;
  const isSample = size !== null && conditions > 0;
  const wanted: WantedPage = { asked, list: order.list, offset, needed: limit + 1 };
  if (isSample && order.isNewest && isFirst) {
    const newest = await findNewest(transaction, context, { wanted, sets, size, isAlone: conditions === 1 });
    if (newest) {
      const about = newest.total ?? (await estimateTotal(transaction, context, asked, size.many));
      const { ids } = newest;
      return { ids, total: ids.length > limit ? Math.max(about, ids.length) : ids.length };
    }
  }
  const estimated = isSample ? await estimateTotal(transaction, context, asked, size.many) : (size?.many ?? null);
  const isWide = estimated !== null && estimated > surelyWide;
  const looked = isWide ? null : await lookUpNarrow(transaction, context, wanted, sets, size?.isMost ?? false);
  if (looked) return { ids: looked.ids, total: looked.matched };
  const ids = await walk(transaction, wanted, order.parts);
  const end = offset + Math.min(ids.length, limit);
  // So many there are, where the last page is seen from the first on.
  if (after === undefined && ids.length <= limit && (ids.length > 0 || isFirst)) return { ids, total: end };
  const total = estimated ?? (await countContacts(transaction, asked));
  // Beyond the end nothing is seen but that it is not further.
  if (ids.length === 0 && offset > 0) return { ids, total: Math.min(total, offset) };
  return { ids, total: Math.max(total, offset + ids.length) };
}

/** What a query asks for, and the sets of ids of which all that it finds are in each. */
async function compile(transaction: ReadTransaction, context: Context, { filter, search = "" }: ContactQuery) {
  const { location } = context;
  const customFields = namesCustom(filter) ? await listFieldsOf(transaction, context, "contact") : [];
  const filtered = compileFilter(filter, { location, customFields });
  const searched = compileSearch(search);
  return {
    asked: and(readableContacts(context), filtered.where, searched.where),
    sets: [...filtered.sets, ...searched.sets],
  };
}

/** The ids of a page, out of one part of the list after the other. */
async function walk(
  transaction: ReadTransaction,
  { asked, offset, needed }: WantedPage,
  parts: ListPart[],
): Promise<string[]> {
  const ids: string[] = [];
  let left = offset;
  for (const part of parts) {
    const where = and(asked, part.where);
    const found = await transaction
      .select({ id: contacts.id })
      .from(contacts)
      .where(where)
      .orderBy(...part.by)
      .limit(needed - ids.length)
      .offset(left);
    ids.push(...found.map(({ id }) => id));
    if (ids.length === needed) break;
    left = found.length > 0 || left === 0 ? 0 : left - (await countContacts(transaction, where, left));
  }
  return ids;
}

const namesCustom = (group: ContactGroup): boolean =>
  partsOf(group).some(
    (part) => !isOfLead(part) && (isCondition(part) ? part.field.startsWith("custom:") : namesCustom(part)),
  );

/** How many contacts `where` is true of; with `most`, at most so many. */
async function countContacts(transaction: ReadTransaction, where: SQL | undefined, most?: number): Promise<number> {
  const limit = most === undefined ? sql`` : sql`limit ${most}`;
  const counted = await transaction.execute<{ count: number }>(
    sql`select count(*)::int as count from (select 1 from ${contacts} where ${where} ${limit}) as counted`,
  );
  return counted.rows[0]?.count ?? 0;
}
