import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import { leadTallies, opportunities } from "@/db/schema/opportunities";
import { type Context, seesOnlyOwn } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { LeadFilter } from "@/lib/leads/model";
import { categoryIdOf, stageIdOf } from "./references";

/** Counting stops here; above it the planner's estimate is good enough, and costs nothing. */
const countedExactly = 10_000;

/** The parts of a filter that the tallies know. */
const tallied: ReadonlySet<string> = new Set(["stage", "category", "source", "archived"] satisfies (keyof LeadFilter)[]);

/** How many leads there are: from the tallies where they can tell, else counted up to 10,000 and estimated above. */
export async function countLeads(transaction: ReadTransaction, context: Context, filter: LeadFilter, where: SQL | undefined): Promise<number> {
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (!seesOnlyOwn(context) && asked.every(([part]) => tallied.has(part))) return sumTallies(transaction, context, filter);
  const rows = transaction
    .select({ id: opportunities.id })
    .from(opportunities)
    .innerJoin(contacts, and(eq(contacts.locationId, opportunities.locationId), eq(contacts.id, opportunities.contactId)))
    .where(where);
  const counted = await transaction.execute<{ count: number }>(sql`select count(*)::int as count from (${rows.limit(countedExactly + 1)}) as counted`);
  const count = counted.rows[0]?.count ?? 0;
  if (count <= countedExactly) return count;
  const all = transaction
    .select({ id: opportunities.id })
    .from(opportunities)
    .innerJoin(contacts, and(eq(contacts.locationId, opportunities.locationId), eq(contacts.id, opportunities.contactId)))
    .where(where);
  const plan = await transaction.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(sql`explain (format json) ${all}`);
  return Math.max(count, plan.rows[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0);
}

async function sumTallies(transaction: ReadTransaction, context: Context, filter: LeadFilter): Promise<number> {
  const location = context.location.id;
  const { stage, category } = filter;
  const [sum] = await transaction
    .select({ leads: sql<number>`coalesce(sum(${leadTallies.leads}), 0)::int` })
    .from(leadTallies)
    .where(
      and(
        eq(leadTallies.locationId, location),
        isNull(leadTallies.createdOn),
        stage && eq(leadTallies.stageId, stageIdOf(location, stage)),
        category && eq(leadTallies.categoryId, categoryIdOf(location, category)),
        filter.source === undefined ? undefined : eq(leadTallies.source, filter.source),
        filter.archived === undefined ? undefined : eq(leadTallies.archived, filter.archived),
      ),
    );
  return sum?.leads ?? 0;
}
