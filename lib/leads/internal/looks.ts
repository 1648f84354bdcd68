import { and, or, type SQL, sql } from "drizzle-orm";
import type { Visibility } from "@/lib/access/context";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { Ladder } from "@/lib/kit/shelves";
import { bindLadder } from "./found-leads";
import type { LeadQuestion } from "./lead-question";
import {
  asked,
  firstRows,
  isSought,
  matchingRows,
  type RowOrder,
  sourceAlong,
  sourceOf,
  withContact,
} from "./lead-rows";

/** A page of a list of leads, and for whom: with every value that the placeholders stand for. */
export type WantedPage = {
  question: LeadQuestion;
  visibility: Visibility;
  values: Record<string, unknown>;
  order: RowOrder;
  /** What is told of the place of each lead besides its id, for cursors. */
  told: readonly SQL[];
  offset: number;
  limit: number;
  /** Names the query, where it is asked again with other values: it is then put together once. */
  shape: string | null;
};

/** A lead's place in a list: its id, and what its list is ordered by, as text. */
export type Place = { id: string; values: (string | null)[] };

/** What was found of a page, and how many of the rows that were looked at matched. */
export type Seen = { places: Place[]; matched: number; seen: number };

/** A place as JSON: the id, then the values. */
type Told = [id: string, ...values: (string | null)[]];

/** Whether there is an index for any of what is sought. */
export const isIndexed = ({ sought }: LeadQuestion): boolean => sought.some(({ source }) => source !== null);

/** The leads of a page where nothing has to be looked for: the order of the list has an index, or nothing has. */
export async function walk(transaction: ReadTransaction, wanted: WantedPage): Promise<Place[]> {
  const { question, visibility, order, values, offset, limit } = wanted;
  // The limit is a literal, and so is the offset of a first page: only then does the planner know how few rows it will be.
  const start = offset === 0 ? sql`0` : sql`${sql.placeholder("offset")}::int`;
  const rows = firstRows(question, visibility, order, sql`${sql.raw(String(limit))} + ${start}`);
  const query = built(transaction, wanted, `walk ${limit}, ${offset > 0}`, (connection) =>
    connection
      .select({ told: toldOf(wanted) })
      .from(sql`${rows}${contactFor(wanted)}`)
      .orderBy(order.by)
      .limit(limit)
      .offset(sql.placeholder("offset")),
  );
  const found = await query.execute({ ...values, offset });
  return found.map(({ told }) => placeOf(told));
}

/** Looks through the first `most` rows of the list. */
export function lookThrough(transaction: ReadTransaction, wanted: WantedPage, most: number): Promise<Seen> {
  const { question, visibility, order } = wanted;
  return look(transaction, wanted, `first ${most}`, () => ({
    rows: firstRows(question, visibility, order, sql.raw(String(most))),
    matches: isSought(question),
  }));
}

/** Looks up what is sought through its index, at most so many rows of it, and puts it in order. */
export const lookUp = (transaction: ReadTransaction, wanted: WantedPage, most: number): Promise<Seen> =>
  look(transaction, wanted, `found ${most}`, () => indexed(wanted, sourceOf(wanted.question, sql.raw(String(most)))));

/** The same along a list by creation, until there are enough: with the step that found the last of them. */
export function lookUpAlong(
  transaction: ReadTransaction,
  wanted: WantedPage,
  most: number,
  ladder: Ladder,
  enough: number,
): Promise<Seen & { step: number | null }> {
  const bound = { ...wanted, values: { ...wanted.values, ...bindLadder(ladder, enough) } };
  return look(transaction, bound, `along ${most}`, () => ({
    ...indexed(wanted, sourceAlong(wanted.question, sql.raw(String(most)))),
    step: sql`max(step)`,
  }));
}

function indexed({ question, visibility, order }: WantedPage, rows: SQL | null): Rows {
  if (!rows) throw new Error("No index can look this up.");
  const beyond = order.beyond && (or(...order.beyond) ?? sql`false`);
  return { rows, matches: and(asked(question, visibility), isSought(question), beyond) ?? sql`true` };
}

/** What matches at all, whatever it costs. */
export async function lookAtAll(transaction: ReadTransaction, wanted: WantedPage): Promise<Omit<Seen, "seen">> {
  const { question, visibility, order, values, offset, limit } = wanted;
  const query = built(transaction, wanted, "all", (connection) =>
    connection
      .select({ told: toldOf(wanted), matched: sql<number>`(count(*) over ())::int` })
      .from(matchingRows(question, visibility, order.needsContact))
      .where(order.beyond && (or(...order.beyond) ?? sql`false`))
      .orderBy(order.by)
      .limit(sql.placeholder("limit"))
      .offset(sql.placeholder("offset")),
  );
  const found = await query.execute({ ...values, limit, offset });
  // A page beyond the end has no row that could say how many there are.
  const [one = offset > 0 ? await lookAtAll(transaction, { ...wanted, offset: 0, limit: 1 }) : null] = found;
  return { places: found.map(({ told }) => placeOf(told)), matched: one?.matched ?? 0 };
}

/** Rows to look at, and which of them match; and the step that found each, where they were found by steps. */
type Rows = { rows: SQL; matches: SQL; step?: SQL };

/** Counts the rows, and takes those of the page out of the ones that match. */
async function look(
  transaction: ReadTransaction,
  wanted: WantedPage,
  name: string,
  where: () => Rows,
): Promise<Seen & { step: number | null }> {
  const { order, values, offset, limit } = wanted;
  const query = built(transaction, wanted, name, (connection) => {
    const { rows, matches, step = sql`null` } = where();
    // Written twice and computed once: whether a row matches is found out once.
    const matching = sql`(array_agg(${toldOf(wanted)} order by ${order.by}) filter (where ${matches}))`;
    return connection
      .select({
        seen: sql<number>`count(*)::int`,
        step: sql<number | null>`${step}::int`,
        matched: sql<number>`coalesce(cardinality(${matching}), 0)`,
        told: sql<Told[] | null>`to_json(${matching}
          [${sql.placeholder("offset")}::int + 1 : ${sql.placeholder("offset")}::int + ${sql.placeholder("limit")}::int])`,
      })
      .from(sql`${rows}${contactFor(wanted)}`);
  });
  const [row] = await query.execute({ ...values, offset, limit });
  return {
    seen: row?.seen ?? 0,
    matched: row?.matched ?? 0,
    step: row?.step ?? null,
    places: row?.told?.map(placeOf) ?? [],
  };
}

// Drizzle would leave the table out of a column here, and the contact has an id as well.
const id = sql.raw(`"opportunities"."id"`);

const toldOf = ({ told }: WantedPage): SQL<Told> =>
  sql<Told>`json_build_array(${sql.join([id, ...told.map((value) => sql`(${value})::text`)], sql`, `)})`;

const placeOf = ([leadId, ...values]: Told): Place => ({ id: leadId, values });

const contactFor = ({ question, order }: WantedPage): SQL =>
  withContact({ needsContact: question.needsContact || order.needsContact === true });

function built<Prepared extends object>(
  transaction: ReadTransaction,
  { shape }: WantedPage,
  name: string,
  build: (connection: ReadTransaction) => { prepare: (name: string) => Prepared },
): Prepared {
  return shape === null ? build(transaction).prepare("") : prepared(transaction, `${name}: ${shape}`, build);
}
