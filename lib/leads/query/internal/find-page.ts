import { and, or, type SQL, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import { type Context, type Visibility, visibilityOf } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { allRows, asked, firstRows, isSought, withContact } from "@/lib/leads/internal/lead-rows";
import { bindReader } from "@/lib/leads/internal/readable";
import type { Cursor } from "./cursor";
import { beyond, orderBy, type Place } from "./sort-keys";
import type { Understood } from "./understand";

/** So many rows of a list are looked through, one number after the other, before all that match are put in order. */
const lookedThrough = [2000, 20_000];

/** The leads of a page, in the order of the list even when it was read backwards. */
export type FoundPage = {
  places: Place[];
  /** Whether there are more in the direction that was read. */
  hasMore: boolean;
  /** How many of the first rows of the list matched, when not all were looked at; null when nothing had to be looked for, or all was. */
  sample: { matched: number; seen: number } | null;
  /** How many match from where the page begins on, where that was found out on the way. */
  matched: number | null;
};

/** A page of what was asked, from the start of the list or from a cursor on. The caller's rights are part of it. */
export async function findPage(
  transaction: ReadTransaction,
  context: Context,
  understood: Understood,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<FoundPage> {
  const list = listOf(understood, context, cursor, limit + 1);
  if (understood.question.sought.length === 0) return pageOf(await firstOf(transaction, list), list, null);
  const hasSource = understood.question.sought.some(({ source }) => source !== null);
  for (const most of hasSource ? lookedThrough.slice(0, 1) : lookedThrough) {
    const found = await lookThrough(transaction, list, most);
    const [first] = found;
    if (!first) continue;
    if (first.seen < most) return { ...pageOf(found, list, null), matched: first.matched };
    if (found.length > limit) return pageOf(found, list, { matched: first.matched, seen: first.seen });
  }
  const found = await lookAtAll(transaction, list);
  return { ...pageOf(found, list, null), matched: found[0]?.matched ?? 0 };
}

type List = {
  understood: Understood;
  visibility: Visibility;
  /** What the placeholders for the reader stand for. */
  values: Record<string, unknown>;
  backwards: boolean;
  order: SQL;
  ranges: SQL[] | undefined;
  limit: number;
};

function listOf(understood: Understood, context: Context, cursor: Cursor | null, limit: number): List {
  const backwards = cursor?.backwards ?? false;
  return {
    understood,
    visibility: visibilityOf(context),
    values: bindReader(context),
    backwards,
    order: orderBy(understood.keys, backwards),
    ranges: cursor ? beyond(understood.keys, cursor.place, backwards) : undefined,
    limit,
  };
}

type Row = { id: string; values: (string | null)[]; matched: number; seen: number };

function pageOf(rows: Row[], { backwards, limit }: List, sample: FoundPage["sample"]): FoundPage {
  const places = rows.slice(0, limit - 1).map(({ id, values }) => ({ id, values }));
  return {
    places: backwards ? places.toReversed() : places,
    hasMore: rows.length === limit,
    sample,
    matched: null,
  };
}

const everyColumn = sql`${opportunities}.*`;
const leadId = sql<string>`${sql.raw(`"opportunities"."id"`)}`;

const needsContact = ({ keys, question }: Understood): boolean =>
  question.needsContact || keys.some((key) => key.needsContact);

/** The values that a row is ordered by, as text. */
const valuesOf = ({ keys }: Understood) =>
  sql<(string | null)[]>`json_build_array(${sql.join(
    keys.map(({ value }) => sql`(${value})::text`),
    sql`, `,
  )})`;

const rowsOf = ({ understood, visibility, order, ranges }: List, most: number): SQL =>
  firstRows(
    understood.question,
    visibility,
    {
      by: order,
      beyond: ranges,
      needsContact: understood.keys.some((key) => key.needsContact),
      columns: everyColumn,
    },
    sql.raw(String(most)),
  );

function firstOf(transaction: ReadTransaction, list: List): Promise<Row[]> {
  const { understood, order, limit, values } = list;
  return transaction
    .select({ id: leadId, values: valuesOf(understood), matched: sql<number>`0`, seen: sql<number>`0` })
    .from(sql`${rowsOf(list, limit)}${withContact({ needsContact: needsContact(understood) })}`)
    .orderBy(order)
    .prepare("")
    .execute(values);
}

/** What matches among the first rows. */
function lookThrough(transaction: ReadTransaction, list: List, most: number): Promise<Row[]> {
  const { understood, order, limit, values } = list;
  const join = withContact({ needsContact: needsContact(understood) });
  return transaction
    .select({
      id: leadId,
      values: valuesOf(understood),
      matched: sql<number>`(count(*) over ())::int`,
      seen: sql<number>`opportunities.seen`,
    })
    .from(
      sql`(select ${everyColumn}, (count(*) over ())::int as seen from ${rowsOf(list, most)}) as opportunities${join}`,
    )
    .where(isSought(understood.question))
    .orderBy(order)
    .limit(limit)
    .prepare("")
    .execute(values);
}

/** What matches at all: found through an index where one knows of it, and then put in order. */
function lookAtAll(transaction: ReadTransaction, list: List): Promise<Row[]> {
  const { understood, visibility, order, ranges, limit, values } = list;
  return transaction
    .select({
      id: leadId,
      values: valuesOf(understood),
      matched: sql<number>`(count(*) over ())::int`,
      seen: sql<number>`0`,
    })
    .from(matchingRows(understood, visibility))
    .where(ranges && (or(...ranges) ?? sql`false`))
    .orderBy(order)
    .limit(limit)
    .prepare("")
    .execute(values);
}

/** All that matches, whatever it costs, with the contact where it is needed: a source for `from`. */
export function matchingRows(understood: Understood, visibility: Visibility): SQL {
  const { question } = understood;
  const source = question.sought.find((one) => one.source !== null)?.source;
  const join = withContact({ needsContact: needsContact(understood) });
  const from = source ?? allRows(question, visibility, everyColumn);
  const where = and(source ? asked(question, visibility) : undefined, isSought(question));
  return sql`(select ${everyColumn} from ${from}${join} where ${where} offset 0) as opportunities${join}`;
}
