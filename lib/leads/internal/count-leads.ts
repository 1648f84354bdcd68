import { and, eq, fillPlaceholders, isNull, type SQL, sql } from "drizzle-orm";
import { leadTallies } from "@/db/schema/opportunities";
import type { Visibility } from "@/lib/access/context";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { LeadFilter } from "@/lib/leads/model";
import type { LeadQuestion } from "./lead-question";
import { allRows, matchingRows, someRows } from "./lead-rows";
import { categoryIdOf, isStage } from "./references";

/** Counting stops here; above it an estimate is good enough, and costs nothing. */
export const countedExactly = 10_000;

/** The parts of a filter that the tallies know. */
const tallied: ReadonlySet<string> = new Set([
  "stage",
  "category",
  "source",
  "archived",
] satisfies (keyof LeadFilter)[]);

/** What to count, and for whom: with every value that the placeholders stand for. */
export type Counted = {
  question: LeadQuestion;
  visibility: Visibility;
  values: Record<string, unknown>;
};

/** The same of a filter. */
export type Count = Counted & { filter: LeadFilter };

/** How many leads there are, but for what is sought: from the tallies where they can tell, else counted; null above 10,000. */
export async function countLeads(transaction: ReadTransaction, count: Count): Promise<number | null> {
  const { filter, visibility } = count;
  const asks = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (visibility === "all" && asks.every(([part]) => tallied.has(part))) return sumTalliesOf(transaction, count);
  return countRows(transaction, count);
}

/** How many leads are asked for, but for what is sought; null above 10,000. */
export async function countRows(
  transaction: ReadTransaction,
  { question, visibility, values }: Counted,
): Promise<number | null> {
  const query = prepared(transaction, `count ${question.shape}, ${visibility}`, (connection) =>
    connection.select({ count: sql<number>`count(*)::int` }).from(someRows(question, visibility, countedExactly + 1)),
  );
  const [row] = await query.execute(values);
  return row && row.count <= countedExactly ? row.count : null;
}

/** How many leads the planner expects, for lists that are too long to count. */
export async function estimateLeads(
  transaction: ReadTransaction,
  { question, visibility, values }: Counted,
): Promise<number> {
  const query = transaction
    .select({ one: sql`1` })
    .from(allRows(question, visibility))
    .toSQL();
  const bound = fillPlaceholders(query.params, values);
  // EXPLAIN is no statement the builder knows: its text is put together again around the values.
  const parts = query.sql
    .split(/\$(\d+)/)
    .map((part, place) => (place % 2 === 0 ? sql.raw(part) : sql`${sql.param(bound[Number(part) - 1])}`));
  const plan = await transaction.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    sql`explain (format json) ${sql.join(parts)}`,
  );
  return Math.max(countedExactly + 1, plan.rows[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0);
}

/** How many leads match all that is asked and sought, at most `most` of them (null: all, whatever it costs). */
export async function countSought(
  transaction: ReadTransaction,
  { question, visibility, values }: Counted,
  most: number | null,
): Promise<number> {
  const limit = most === null ? sql`` : sql` limit ${most}`;
  const [row] = await transaction
    .select({ count: sql<number>`count(*)::int` })
    .from(sql`(select 1 from ${matchingRows(question, visibility)}${limit}) as counted`)
    .prepare("")
    .execute(values);
  return row?.count ?? 0;
}

function sumTalliesOf(transaction: ReadTransaction, { filter, question, values }: Count): Promise<number> {
  const { stage, category } = filter;
  return sumTallies(transaction, { question, values }, [
    stage && isStage(leadTallies.stageId, "number" in stage ? "stageNumber" : "stageKey"),
    category && eq(leadTallies.categoryId, categoryIdOf()),
    filter.source === undefined ? undefined : eq(leadTallies.source, sql.placeholder("source")),
    filter.archived === undefined ? undefined : eq(leadTallies.archived, filter.archived),
  ]);
}

/** How many leads the tallies over all days tell of, by conditions on them that the question's shape stands for. */
export async function sumTallies(
  transaction: ReadTransaction,
  { question, values }: Omit<Counted, "visibility">,
  conditions: (SQL | undefined)[],
): Promise<number> {
  const query = prepared(transaction, `tally ${question.shape}`, (connection) =>
    connection
      .select({ leads: sql<number>`coalesce(sum(${leadTallies.leads}), 0)::int` })
      .from(leadTallies)
      .where(
        and(eq(leadTallies.locationId, sql.placeholder("locationId")), isNull(leadTallies.createdOn), ...conditions),
      ),
  );
  const [sum] = await query.execute(values);
  return sum?.leads ?? 0;
}
