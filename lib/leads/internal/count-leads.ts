import { and, eq, fillPlaceholders, isNull, type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import { leadTallies, opportunities } from "@/db/schema/opportunities";
import { type Context, seesOnlyOwn } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { LeadFilter } from "@/lib/leads/model";
import { categoryIdOf, stageIdOf } from "./references";

/** Counting stops here; above it the planner's estimate is good enough, and costs nothing. */
const countedExactly = 10_000;

/** The parts of a filter that the tallies know. */
const tallied: ReadonlySet<string> = new Set([
  "stage",
  "category",
  "source",
  "archived",
] satisfies (keyof LeadFilter)[]);

/** A list's condition with placeholders, the values for them, and a name for its shape. */
type Counted = { filter: LeadFilter; shape: string; where: SQL | undefined; values: Record<string, unknown> };

/** How many leads there are: from the tallies where they can tell, else counted; null above 10,000. */
export async function countLeads(
  transaction: ReadTransaction,
  context: Context,
  counted: Counted,
): Promise<number | null> {
  const { filter, shape, values } = counted;
  const own = seesOnlyOwn(context);
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (!own && asked.every(([part]) => tallied.has(part))) return sumTallies(transaction, counted);
  const query = prepared(transaction, `count ${shape}, own ${own}`, (connection) =>
    connection.select({ count: sql<number>`count(*)::int` }).from(
      matching(connection, counted)
        .limit(countedExactly + 1)
        .as("counted"),
    ),
  );
  const [row] = await query.execute(values);
  return row && row.count <= countedExactly ? row.count : null;
}

/** How many leads the planner expects, for lists that are too long to count. */
export function estimateLeads(context: Context, counted: Counted): Promise<number> {
  return read(context, async (transaction) => {
    const query = matching(transaction, counted).toSQL();
    const bound = fillPlaceholders(query.params, counted.values);
    // EXPLAIN is no statement the builder knows: its text is put together again around the values.
    const parts = query.sql
      .split(/\$(\d+)/)
      .map((part, place) => (place % 2 === 0 ? sql.raw(part) : sql`${bound[Number(part) - 1]}`));
    const plan = await transaction.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
      sql`explain (format json) ${sql.join(parts)}`,
    );
    return Math.max(countedExactly + 1, plan.rows[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0);
  });
}

/** The leads to count. The contact is joined, for conditions may be about it. */
const matching = (connection: ReadTransaction, { where }: Counted) =>
  connection
    .select({ id: opportunities.id })
    .from(opportunities)
    .innerJoin(
      contacts,
      and(eq(contacts.locationId, opportunities.locationId), eq(contacts.id, opportunities.contactId)),
    )
    .where(where);

async function sumTallies(transaction: ReadTransaction, { filter, shape, values }: Counted): Promise<number> {
  const { stage, category } = filter;
  const query = prepared(transaction, `tally ${shape}`, (connection) =>
    connection
      .select({ leads: sql<number>`coalesce(sum(${leadTallies.leads}), 0)::int` })
      .from(leadTallies)
      .where(
        and(
          eq(leadTallies.locationId, sql.placeholder("locationId")),
          isNull(leadTallies.createdOn),
          stage && eq(leadTallies.stageId, stageIdOf("number" in stage ? "stageNumber" : "stageKey")),
          category && eq(leadTallies.categoryId, categoryIdOf()),
          filter.source === undefined ? undefined : eq(leadTallies.source, sql.placeholder("source")),
          filter.archived === undefined ? undefined : eq(leadTallies.archived, filter.archived),
        ),
      ),
  );
  const [sum] = await query.execute(values);
  return sum?.leads ?? 0;
}
