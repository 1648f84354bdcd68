import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { leadTallies, opportunities, pipelines, stages } from "@/db/schema/opportunities";
import { type Context, visibilityOf } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { matchingRows } from "@/lib/leads/internal/lead-rows";
import { bindReader } from "@/lib/leads/internal/readable";
import { tallyWhere } from "./internal/count-matching";
import { namedOrders } from "./internal/named-orders";
import { understand, type Understood } from "./internal/understand";
import type { Condition, Group, Grouping, LeadGroup, SentQuery } from "./model";

/** The most groups that are told. */
const mostGroups = 500;

/**
 * The groups that the leads of a query fall into, with how many they are and what they are worth, in the
 * order in which a list by that field has them: rising, but months with the last first, and those of none
 * last. All leads are gone through where no tally knows. Each group has the filter that lists it.
 * @throws Invalid for a query that does not fit.
 */
export function groupLeads(context: Context, { query, by }: { query: SentQuery; by: Grouping }): Promise<LeadGroup[]> {
  return read(context, async (transaction) => {
    const understood = await understand(transaction, context, { ...query, sorts: [] });
    const rows = await groupRows(transaction, context, understood, by);
    const groups = new Map<string | null, LeadGroup>();
    for (const { key, currency, leads, valueMinor } of rows) {
      const group = groups.get(key) ?? {
        key,
        label: key,
        color: null,
        count: 0,
        sums: [],
        filter: narrowed(understood.group, conditionOf(by, key)),
      };
      group.count += leads;
      group.sums.push({ currency, leads, valueMinor });
      groups.set(key, group);
    }
    const named = await nameGroups(transaction, context, [...groups.values()], by);
    return named.filter(({ count }) => count > 0).slice(0, mostGroups);
  });
}

type GroupRow = { key: string | null; currency: string; leads: number; valueMinor: number };

function groupRows(
  transaction: ReadTransaction,
  context: Context,
  understood: Understood,
  by: Grouping,
): Promise<GroupRow[]> {
  const tallied = by === "owner" ? null : tallyWhere(context, understood, by);
  const key = tallied ? tallyKeys[by === "owner" ? "stage" : by] : keyOf(by, context);
  const [leads, value, currency] = tallied
    ? [sql`sum(${leadTallies.leads})`, sql`sum(${leadTallies.valueMinor})`, sql`${leadTallies.currency}`]
    : [sql`count(*)`, sql`sum(${opportunities.valueMinor})`, sql`${opportunities.currency}`];
  const from = tallied ? sql`${leadTallies}` : matchingRows(understood.question, visibilityOf(context));
  return transaction
    .select({
      key: sql<string | null>`(${key})::text`,
      currency: sql<string>`(${currency})`,
      leads: sql<number>`(${leads})::int`,
      valueMinor: sql<number>`coalesce(${value}, 0)::float8`,
    })
    .from(from)
    .where(tallied ?? undefined)
    .groupBy(sql`1`, sql`2`)
    .having(sql`${leads} <> 0`)
    .orderBy(sql`1`)
    .prepare("")
    .execute(bindReader(context));
}

const tallyKeys: Record<Exclude<Grouping, "owner">, SQL> = {
  stage: sql`${leadTallies.stageId}`,
  source: sql`${leadTallies.source}`,
  status: sql`${leadTallies.status}`,
  month: sql`to_char(${leadTallies.createdOn}, 'YYYY-MM')`,
};

function keyOf(by: Grouping, { location }: Context): SQL {
  const keys: Record<Grouping, SQL> = {
    stage: sql`${opportunities.stageId}`,
    owner: sql`${opportunities.ownerId}`,
    source: sql`${opportunities.source}`,
    status: sql`${opportunities.status}`,
    month: sql`to_char(${opportunities.createdAt} at time zone ${location.timeZone}, 'YYYY-MM')`,
  };
  return keys[by];
}

/** The condition that the leads of a group meet. */
function conditionOf(by: Grouping, key: string | null): Condition {
  if (key === null) return { field: by, operator: "isEmpty" };
  if (by !== "month") return { field: by, operator: "is", value: key };
  const [year = 0, month = 1] = key.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return {
    field: "createdAt",
    operator: "between",
    value: [`${key}-01`, `${key}-${String(lastDay).padStart(2, "0")}`],
  };
}

const narrowed = (group: Group, condition: Condition): Group =>
  "all" in group ? { all: [...group.all, condition] } : { all: [group, condition] };

/** The groups with their names, in their order. */
async function nameGroups(
  transaction: ReadTransaction,
  context: Context,
  groups: LeadGroup[],
  by: Grouping,
): Promise<LeadGroup[]> {
  if (by === "source" || by === "status") return groups;
  if (by === "month") return groups.toSorted((one, other) => ((one.key ?? "") < (other.key ?? "") ? 1 : -1));
  const keys = groups.flatMap(({ key }) => key ?? []);
  if (keys.length === 0) return groups;
  if (by === "stage") {
    const known = await stagesOf(transaction, context, keys);
    return known.flatMap((stage) => {
      const group = groups.find(({ key }) => key === stage.id);
      return group ? [{ ...group, label: stage.name, color: stage.color }] : [];
    });
  }
  const people = await transaction
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, keys));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const places = (await namedOrders(transaction, context, [{ field: by, direction: "asc" }])).get(by)?.places ?? [];
  const placeOf = ({ key }: LeadGroup) => (key !== null && places.includes(key) ? places.indexOf(key) : Infinity);
  return groups
    .map((group) => ({ ...group, label: names.get(group.key ?? "") ?? group.label }))
    .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : placeOf(one) > placeOf(other) ? 1 : 0));
}

const stagesOf = (transaction: ReadTransaction, { location }: Context, ids: string[]) =>
  transaction
    .select({ id: stages.id, name: stages.name, color: stages.color })
    .from(stages)
    .innerJoin(pipelines, and(eq(pipelines.locationId, stages.locationId), eq(pipelines.id, stages.pipelineId)))
    .where(and(eq(stages.locationId, location.id), inArray(stages.id, ids)))
    .orderBy(pipelines.position, stages.position, stages.id);
