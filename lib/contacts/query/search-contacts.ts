import { and, inArray, type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { readableContacts } from "@/lib/contacts/internal/readable";
import { contactOf, selectContacts } from "@/lib/contacts/internal/select-contacts";
import type { ContactRecord } from "@/lib/contacts/model";
import { listFieldsOf } from "@/lib/custom-fields/record-values";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { processWide } from "@/lib/kit/process-wide";
import { compileFilter, compileSearch } from "./internal/compile";
import { orderOf } from "./internal/order";
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
/** Locations of up to so many contacts are counted; in larger ones the planner's estimate stands in. */
const countedExactly = 20_000;

/**
 * The contacts that a query asks for, of those the caller may read. The total is exact in locations of
 * up to 20,000 contacts, and wherever an index finds at most 1,000; else it is estimated by a sample.
 * @throws Invalid for unknown fields and operators, for values that do not fit, and for a cursor of another query.
 */
export function searchContacts(context: Context, query: ContactQuery): Promise<ContactPage> {
  if ((query.offset ?? 0) + query.limit > deepestOffset)
    refuse(["page"], `must end within the first ${deepestOffset} contacts: use searchAfter beyond`);
  return read(context, async (transaction) => {
    const asksCustom = namesCustom(query.filter);
    const customFields = asksCustom ? await listFieldsOf(transaction, context, "contact") : [];
    const filter = compileFilter(query.filter, { location: context.location, customFields });
    const search = compileSearch(query.search ?? "");
    const order = orderOf(query, context.location);
    const set = await smallestSet(transaction, [...filter.sets, ...search.sets]);
    const where = and(
      readableContacts(context),
      filter.where,
      search.where,
      set === null ? undefined : sql`${contacts.id} in (${set})`,
    );
    const { limit, offset = 0, after } = query;
    const page = await readPage(transaction, { limit: limit + 1, offset }, and(where, order.after), order.by);
    const hasMore = page.length > limit;
    const found = page.slice(0, limit).map((contact) => ({ contact, cursor: order.cursorOf(contact) }));
    // So many there are, where the last page is seen from the first on.
    const isLast = after === undefined && !hasMore && (found.length > 0 || offset === 0);
    const asked = { isNarrow: set !== null, filter: and(filter.where, search.where) };
    const counted = isLast ? 0 : await countContacts(transaction, context, where, asked);
    const total = Math.max(counted, offset + found.length);
    return { contacts: found, hasMore, total };
  });
}

/** The contacts of a page. What is left out before it is passed over by id alone. */
async function readPage(
  transaction: ReadTransaction,
  { limit, offset }: { limit: number; offset: number },
  where: SQL | undefined,
  by: SQL[],
): Promise<ContactRecord[]> {
  if (offset === 0) {
    const rows = await selectContacts(transaction)
      .where(where)
      .orderBy(...by)
      .limit(limit);
    return rows.map(contactOf);
  }
  const named = await transaction
    .select({ id: contacts.id })
    .from(contacts)
    .where(where)
    .orderBy(...by)
    .limit(limit)
    .offset(offset);
  const ids = named.map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await selectContacts(transaction).where(and(where, inArray(contacts.id, ids)));
  const byId = new Map(rows.map((row) => [row.contact.id, contactOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const namesCustom = (group: ContactGroup): boolean =>
  partsOf(group).some((part) => (isCondition(part) ? part.field.startsWith("custom:") : namesCustom(part)));

/** The set with the fewest ids, of those that are narrow; null when none is. */
async function smallestSet(transaction: ReadTransaction, sets: ((most: number) => SQL)[]): Promise<SQL | null> {
  if (sets.length === 0) return null;
  const counts = sets.map((set) => sql`(select count(*)::int from (${set(narrow + 1)}) as found)`);
  const probed = await transaction.execute<{ counts: number[] }>(
    sql`select array[${sql.join(counts, sql`, `)}] as counts`,
  );
  const sizes = probed.rows[0]?.counts ?? [];
  const smallest = Math.min(...sizes);
  const place = sizes.indexOf(smallest);
  return smallest <= narrow ? (sets[place]?.(narrow + 1) ?? null) : null;
}

/** How many of the newest contacts tell how common a filter is. */
const sampled = 2000;

/** Locations that were found to be too large to count, for a while. */
const largeLocations = () => processWide("contacts.large-locations", () => new Map<string, number>());
const rememberedMilliseconds = 60_000;

async function countContacts(
  transaction: ReadTransaction,
  context: Context,
  where: SQL | undefined,
  { isNarrow, filter }: { isNarrow: boolean; filter: SQL | undefined },
): Promise<number> {
  if (isNarrow || !(await isLarge(transaction, context))) {
    const counted = await transaction.execute<{ count: number }>(
      sql`select count(*)::int as count from ${contacts} where ${where}`,
    );
    return counted.rows[0]?.count ?? 0;
  }
  const newest = sql`(select c.* from ${contacts} c where c.location_id = ${context.location.id} and c.deleted_at is null
    order by c.created_at desc, c.id desc limit ${sampled})`;
  const [all, sample] = await Promise.all([
    estimate(transaction, readableContacts(context)),
    transaction.execute<{ count: number }>(
      sql`select count(*)::int as count from ${newest} as contacts where ${filter ?? sql`true`}`,
    ),
  ]);
  const common = sample.rows[0]?.count ?? 0;
  if (common > 0) return Math.round((all * common) / sampled);
  // None in so many: there are hardly more than three times as many as one of them would stand for.
  return Math.min(await estimate(transaction, where), Math.ceil((3 * all) / sampled));
}

/** How many contacts the planner expects. */
async function estimate(transaction: ReadTransaction, where: SQL | undefined): Promise<number> {
  const plan = await transaction.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    sql`explain (format json) select 1 from ${contacts} where ${where}`,
  );
  return plan.rows[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}

async function isLarge(transaction: ReadTransaction, context: Context): Promise<boolean> {
  const known = largeLocations().get(context.location.id);
  if (known !== undefined && known > context.now.getTime()) return true;
  const some = transaction
    .select({ one: sql`1` })
    .from(contacts)
    .where(sql`${contacts.locationId} = ${context.location.id} and ${contacts.deletedAt} is null`)
    .limit(countedExactly + 1)
    .as("some");
  const large = (await transaction.$count(some)) > countedExactly;
  if (large) largeLocations().set(context.location.id, context.now.getTime() + rememberedMilliseconds);
  return large;
}
