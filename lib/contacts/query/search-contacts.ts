import { and, inArray, type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import { type Context, seesAll } from "@/lib/access/context";
import { readableContacts } from "@/lib/contacts/internal/readable";
import { contactOf, selectContacts } from "@/lib/contacts/internal/select-contacts";
import type { ContactRecord } from "@/lib/contacts/model";
import { listFieldsOf } from "@/lib/custom-fields/record-values";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { compileFilter, compileSearch } from "./internal/compile";
import type { Candidates } from "./internal/conditions";
import { findNewest } from "./internal/find-newest";
import { type ListPart, orderOf } from "./internal/order";
import { estimateTotal, sizeOf } from "./internal/sample";
import { refuse } from "./internal/values";
import { type ContactGroup, type ContactQuery, deepestOffset, isCondition, partsOf } from "./model";

/** A page of contacts, each with the cursor behind it; whether more come after it; and how many there are in all. */
export type ContactPage = {
  contacts: { contact: ContactRecord; cursor: (string | number | null)[] }[];
  hasMore: boolean;
  total: number;
};

/** Sets of up to so many ids are looked up first; a page of larger ones is found sooner in the list's order. */
const narrow = 1000;
/** Where a sample tells of so many, no set that holds them all is narrow. */
const surelyWide = 3 * narrow;

/**
 * The contacts that a query asks for, of those the caller may read. The total is exact in locations of
 * up to 20,000 contacts, and where what is asked for is rare (some 300 on the first page of the newest, else
 * 1,000 that an index finds); else it is estimated by a sample.
 * @throws Invalid for unknown fields and operators, for values that do not fit, and for a cursor of another query.
 */
export function searchContacts(context: Context, query: ContactQuery): Promise<ContactPage> {
  const { limit, offset = 0, after } = query;
  if (offset + limit > deepestOffset)
    refuse(["page"], `must end within the first ${deepestOffset} contacts: use searchAfter beyond`);
  return read(context, async (transaction) => {
    const asksCustom = namesCustom(query.filter);
    const customFields = asksCustom ? await listFieldsOf(transaction, context, "contact") : [];
    const filter = compileFilter(query.filter, { location: context.location, customFields });
    const search = compileSearch(query.search ?? "");
    const order = orderOf(query, context.location);
    const asked = and(readableContacts(context), filter.where, search.where);
    const pageOf = (found: ContactRecord[]) => ({
      contacts: found.slice(0, limit).map((contact) => ({ contact, cursor: order.cursorOf(contact) })),
      hasMore: found.length > limit,
    });
    const size = await sizeOf(transaction, context);
    const asksAll = !query.search?.trim() && partsOf(query.filter).length === 0 && seesAll(context);
    const isFirst = offset === 0 && after === undefined;
    const sets = [...filter.sets, ...search.sets];
    const isSample = size !== null && !asksAll;
    if (isSample && order.isNewest && isFirst) {
      const newest = await findNewest(transaction, context, { asked, sets, size, needed: limit + 1 });
      if (newest) {
        const page = pageOf(await readInOrder(transaction, newest.ids));
        const about = newest.total ?? (await estimateTotal(transaction, context, asked, size.many));
        return { ...page, total: page.hasMore ? Math.max(about, limit + 1) : page.contacts.length };
      }
    }
    const estimated = isSample ? await estimateTotal(transaction, context, asked, size.many) : (size?.many ?? null);
    const ids =
      estimated !== null && estimated > surelyWide ? null : await narrowSet(transaction, sets, size?.isMost ?? false);
    const where = and(asked, ids === null ? undefined : sql`${contacts.id} = any(${sql.param(ids)}::text[])`);
    const page = pageOf(await readPage(transaction, { limit: limit + 1, offset }, where, order.parts));
    const end = offset + page.contacts.length;
    // So many there are, where the last page is seen from the first on.
    const isLast = after === undefined && !page.hasMore && (page.contacts.length > 0 || isFirst);
    if (isLast) return { ...page, total: end };
    const total = estimated === null || ids !== null ? await countContacts(transaction, where) : estimated;
    // Beyond the end nothing is seen but that it is not further.
    if (page.contacts.length === 0 && offset > 0) return { ...page, total: Math.min(total, offset) };
    return { ...page, total: Math.max(total, page.hasMore ? end + 1 : end) };
  });
}

/** The contacts of a page, out of one part of the list after the other. What is left out before it is passed over by id alone. */
async function readPage(
  transaction: ReadTransaction,
  { limit, offset }: { limit: number; offset: number },
  where: SQL | undefined,
  parts: ListPart[],
): Promise<ContactRecord[]> {
  const ids: string[] = [];
  let left = offset;
  for (const part of parts) {
    const asked = and(where, part.where);
    const found = await transaction
      .select({ id: contacts.id })
      .from(contacts)
      .where(asked)
      .orderBy(...part.by)
      .limit(limit - ids.length)
      .offset(left);
    ids.push(...found.map(({ id }) => id));
    if (ids.length === limit) break;
    left = found.length > 0 || left === 0 ? 0 : left - (await countContacts(transaction, asked, left));
  }
  return readInOrder(transaction, ids);
}

/** The contacts of ids that this transaction has found, in their order. */
async function readInOrder(transaction: ReadTransaction, ids: string[]): Promise<ContactRecord[]> {
  if (ids.length === 0) return [];
  const rows = await selectContacts(transaction).where(inArray(contacts.id, ids));
  const byId = new Map(rows.map((row) => [row.contact.id, contactOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const namesCustom = (group: ContactGroup): boolean =>
  partsOf(group).some((part) => (isCondition(part) ? part.field.startsWith("custom:") : namesCustom(part)));

/** The ids of the first set that is narrow; null when none is. */
async function narrowSet(transaction: ReadTransaction, sets: Candidates[], isMost: boolean): Promise<string[] | null> {
  for (const { some } of sets) {
    const found = await transaction.execute<{ ids: string[] }>(sql`select array(${some(narrow + 1, isMost)}) as ids`);
    const ids = found.rows[0]?.ids ?? [];
    if (ids.length <= narrow) return ids;
  }
  return null;
}

/** How many contacts `where` is true of; with `most`, at most so many. */
async function countContacts(transaction: ReadTransaction, where: SQL | undefined, most?: number): Promise<number> {
  const limit = most === undefined ? sql`` : sql`limit ${most}`;
  const counted = await transaction.execute<{ count: number }>(
    sql`select count(*)::int as count from (select 1 from ${contacts} where ${where} ${limit}) as counted`,
  );
  return counted.rows[0]?.count ?? 0;
}
