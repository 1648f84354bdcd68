import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { leadTallies, opportunities } from "@/db/schema/opportunities";
import { type Context, seesAll, visibilityOf } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { countedExactly, countSought, estimateLeads } from "@/lib/leads/internal/count-leads";
import { matchingRows, someRows } from "@/lib/leads/internal/lead-rows";
import { bindReader } from "@/lib/leads/internal/readable";
import type { Grouping, LeadTotal, MoneySum } from "@/lib/leads/query/model";
import type { FoundPage } from "./find-page";
import { conditionsIn, groupSql } from "./group-sql";
import { daysTelling, talliesFor, tallyColumn } from "./tally-columns";
import type { Understood } from "./understand";

/** Above so many leads, those that match are not looked for one by one to be counted. */
const fewLeads = 50_000;

/**
 * How many leads match: from the tallies where they can tell, counted up to 10,000 where that is cheap
 * (or, with `exactly`, however many and at any cost), else estimated. `page` is the first of the list.
 */
export async function countMatching(
  transaction: ReadTransaction,
  context: Context,
  understood: Understood,
  page: Pick<FoundPage, "sample" | "matched">,
  exactly = false,
): Promise<LeadTotal> {
  const tallied = tallyWhere(context, understood);
  if (tallied) {
    const [row] = await transaction
      .select({ count: sql<number>`coalesce(sum(${leadTallies.leads}), 0)::int` })
      .from(leadTallies)
      .where(tallied);
    return { count: row?.count ?? 0, exact: true };
  }
  if (page.matched !== null) return { count: page.matched, exact: true };
  if (exactly) return { count: await countAll(transaction, context, understood, null), exact: true };
  if (page.sample) return countSampled(transaction, context, understood, page.sample);
  if (understood.question.sought.length === 0) return countPlain(transaction, context, understood);
  const count = await countAll(transaction, context, understood, countedExactly + 1);
  return { count, exact: count <= countedExactly };
}

/** The rows of the tallies that tell about the leads that match, to be added up by a field; null where none do. */
export function tallyWhere(
  context: Context,
  { group, search, question }: Understood,
  by?: Exclude<Grouping, "owner">,
): SQL | null {
  const rows = talliesFor(group);
  const byDay = by === "month";
  const isTallied = rows !== null && !(byDay && tellsApartWhatDaysDoNot(group));
  if (!isTallied || search.length > 0 || question.deleted || !seesAll(context)) return null;
  const fields = conditionsIn(group).map(({ field }) => field);
  const days =
    rows === "days" || byDay
      ? and(isNotNull(leadTallies.createdOn), daysTelling(by ? [by, ...fields] : fields))
      : isNull(leadTallies.createdOn);
  return and(eq(leadTallies.locationId, context.location.id), days, groupSql(group, tallyColumn, context)) ?? null;
}

const tellsApartWhatDaysDoNot = (group: Understood["group"]): boolean =>
  talliesFor({ all: [group, { field: "createdAt", operator: "onOrAfter", value: "0001-01-01" }] }) === null;

async function countPlain(transaction: ReadTransaction, context: Context, understood: Understood): Promise<LeadTotal> {
  const visibility = visibilityOf(context);
  const values = bindReader(context);
  const { question } = understood;
  // Of leads in the sight of one person or team PostgreSQL has no idea how many they are.
  const most = seesAll(context) ? countedExactly : fewLeads;
  const [row] = await transaction
    .select({ count: sql<number>`count(*)::int` })
    .from(someRows(question, visibility, most + 1))
    .prepare("")
    .execute(values);
  const count = row?.count ?? 0;
  if (count <= most) return { count, exact: true };
  return {
    count: Math.round(await estimateLeads(transaction, { question, visibility, values })),
    exact: false,
  };
}

/** What the first leads of the list have says how much the rest has, where that is much or costs much to find out. */
async function countSampled(
  transaction: ReadTransaction,
  context: Context,
  understood: Understood,
  { matched, seen, all: known }: NonNullable<FoundPage["sample"]>,
): Promise<LeadTotal> {
  const rest = { ...understood, question: { ...understood.question, sought: [] } };
  const all = known ?? (await countPlain(transaction, context, rest)).count;
  const expected = Math.round((matched / seen) * all);
  const isCheap = all <= fewLeads || understood.question.sought.some(({ source }) => source !== null);
  if (expected > countedExactly || !isCheap) return { count: Math.max(expected, matched), exact: false };
  const count = await countAll(transaction, context, understood, countedExactly + 1);
  return count <= countedExactly ? { count, exact: true } : { count: Math.max(expected, count), exact: false };
}

const countAll = (
  transaction: ReadTransaction,
  context: Context,
  { question }: Understood,
  most: number | null,
): Promise<number> =>
  countSought(transaction, { question, visibility: visibilityOf(context), values: bindReader(context) }, most);

/** How many of the leads with these ids match. */
export async function countAmong(
  transaction: ReadTransaction,
  context: Context,
  understood: Understood,
  ids: readonly string[],
): Promise<number> {
  const [row] = await transaction
    .select({ count: sql<number>`count(*)::int` })
    .from(matchingRows(understood.question, visibilityOf(context)))
    .where(sql`opportunities.id = any(${sql.param(ids)})`)
    .prepare("")
    .execute(bindReader(context));
  return row?.count ?? 0;
}

/** The value of the leads that match, by currency; all of them are added up. */
export async function sumMatching(
  transaction: ReadTransaction,
  context: Context,
  understood: Understood,
): Promise<MoneySum[]> {
  const tallied = tallyWhere(context, understood);
  const query = tallied
    ? transaction
        .select({
          currency: leadTallies.currency,
          leads: sql<number>`sum(${leadTallies.leads})::int`,
          valueMinor: sql<number>`coalesce(sum(${leadTallies.valueMinor}), 0)::float8`,
        })
        .from(leadTallies)
        .where(tallied)
        .groupBy(leadTallies.currency)
        .having(sql`sum(${leadTallies.leads}) <> 0`)
    : transaction
        .select({
          currency: sql<string>`opportunities.currency`,
          leads: sql<number>`count(*)::int`,
          valueMinor: sql<number>`coalesce(sum(opportunities.value_minor), 0)::float8`,
        })
        .from(matchingRows(understood.question, visibilityOf(context)))
        .groupBy(sql`${opportunities.currency}`);
  const sums = await query.prepare("").execute(bindReader(context));
  return sums.toSorted((one, other) => other.leads - one.leads || (one.currency < other.currency ? -1 : 1));
}
