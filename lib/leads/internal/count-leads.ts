import { and, eq, fillPlaceholders, isNull, type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import { leadTallies, opportunities } from "@/db/schema/opportunities";
import { type Context, seesOnlyOwn } from "@/lib/access/context";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { LeadFilter } from "@/lib/leads/model";
import { categoryIdOf, stageIdOf } from "./references";

/** Counting stops here; above it the planner's estimate is good enough, and costs nothing. */
const countedExactly = 10_000;

/** The parts of a filter that the tallies know. */
const tallied: ReadonlySet<string> = new Set(["stage", "category", "source", "archived"] satisfies (keyof LeadFilter)[]);

/** A list's condition with placeholders, the values for them, and a name for its shape. */
type Counted = { filter: LeadFilter; shape: string; where: SQL | undefined; values: Record<string, unknown> };

/** How many leads there are: from the tallies where they can tell, else counted up to 10,000 and estimated above. */
export async function countLeads(transaction: ReadTransaction, context: Context, counted: Counted): Promise<number> {
  const { filter, shape, where, values } = counted;
  const own = seesOnlyOwn(context);
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (!own && asked.every(([part]) => tallied.has(part))) return sumTallies(transaction, counted);
  const matching = (connection: ReadTransaction) =>
    connection
      .select({ id: opportunities.id })
      .from(opportunities)
      .innerJoin(contacts, and(eq(contacts.locationId, opportunities.locationId), eq(contacts.id, opportunities.contactId)))
      .where(where);
  const query = prepared(transaction, `count ${shape}, own ${own}`, (connection) =>
    connection.select({ count: sql<number>`count(*)::int` }).from(matching(connection).limit(countedExactly + 1).as("counted")),
  );
  const [row] = await query.execute(values);
  const count = row?.count ?? 0;
  return count <= countedExactly ? count : Math.max(count, await estimate(transaction, matching(transaction).toSQL(), values));
}

/** How many rows the planner expects of a query with placeholders. */
async function estimate(transaction: ReadTransaction, query: { sql: string; params: unknown[] }, values: Record<string, unknown>): Promise<number> {
  const bound = fillPlaceholders(query.params, values);
  // EXPLAIN is no statement the builder knows: its text is put together again around the values.
  const parts = query.sql.split(/\$(\d+)/).map((part, place) => (place % 2 === 0 ? sql.raw(part) : sql`${bound[Number(part) - 1]}`));
  const plan = await transaction.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(sql`explain (format json) ${sql.join(parts)}`);
  return plan.rows[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}

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
