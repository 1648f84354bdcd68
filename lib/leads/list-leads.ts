import { and, asc, desc, eq, exists, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { users } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import { campaignMembers, campaigns, opportunities } from "@/db/schema/opportunities";
import { type Context, seesOnlyOwn } from "@/lib/access/context";
import { readAtOnce } from "@/lib/data/doors";
import { prepared } from "@/lib/data/prepared";
import { containing } from "./internal/containing";
import { countLeads, estimateLeads } from "./internal/count-leads";
import { assignedTo, bindReader, readableLeadsPrepared } from "./internal/readable";
import { categoryIdOf, stageIdOf } from "./internal/references";
import { leadOf, selectLeads } from "./internal/select-leads";
import type { Lead, LeadFilter, LeadOrder, LeadPage } from "./model";

export type ListLeads = { filter?: LeadFilter; order?: LeadOrder; page: LeadPage };

const sortable: Record<LeadOrder["by"], AnyPgColumn> = {
  createdAt: opportunities.createdAt,
  name: opportunities.name,
  value: opportunities.valueMinor,
  lastContactedOn: opportunities.lastContactedOn,
};

const newestFirst: LeadOrder = { by: "createdAt", direction: "desc" };

/**
 * A page of the leads that the caller may read and `filter` asks for, newest first without an
 * `order`, and how many there are in all: exact, but for filters that no tally answers an
 * estimate above 10,000.
 */
export async function listLeads(
  context: Context,
  { filter = {}, order = newestFirst, page }: ListLeads,
): Promise<{ leads: Lead[]; total: number; page: LeadPage }> {
  const own = seesOnlyOwn(context);
  const { conditions, values, shape } = conditionsOf(filter);
  const bound = { ...bindReader(context), ...values };
  const counted = { filter, shape, where: and(readableLeadsPrepared(own), ...conditions), values: bound };
  const { rows, count } = await readAtOnce(context, async (transaction) => {
    const query = prepared(transaction, `leads ${shape} ${order.by} ${order.direction}, own ${own}`, (connection) =>
      selectLeads(connection)
        .where(counted.where)
        .orderBy(...ordering(order))
        .limit(sql.placeholder("limit"))
        .offset(sql.placeholder("offset")),
    );
    const [found, total] = await Promise.all([
      // One more than asked for, to know whether there is more.
      query.execute({ ...bound, ...page, limit: page.limit + 1 }),
      countLeads(transaction, context, counted),
    ]);
    return { rows: found, count: total };
  });
  const upToHere = page.offset + rows.length;
  const isLast = rows.length > 0 && rows.length <= page.limit;
  // An estimate neither hides a next page nor promises one.
  const total = isLast ? upToHere : (count ?? Math.max(upToHere, await estimateLeads(context, counted)));
  return { leads: rows.slice(0, page.limit).map(leadOf), total, page };
}

/** The named column decides, the id the rest: pages never show a lead twice. Empty values come last. */
function ordering({ by, direction }: LeadOrder): SQL[] {
  const column = sortable[by];
  if (direction === "asc") return [asc(column), asc(opportunities.id)];
  const nullable = by === "value" || by === "lastContactedOn";
  return [nullable ? sql`${column} desc nulls last` : desc(column), desc(opportunities.id)];
}

/** The conditions of a filter, with a placeholder for each value; `shape` names which there are. */
type Conditions = { conditions: SQL[]; values: Record<string, unknown>; shape: string };

function conditionsOf(filter: LeadFilter): Conditions {
  const found: Conditions = { conditions: [], values: {}, shape: "" };
  const add = (name: string, condition: SQL | undefined, value?: unknown) => {
    if (!condition) return;
    found.conditions.push(condition);
    found.shape += ` ${name}`;
    if (value !== undefined) found.values[name] = value;
  };
  const { stage, category, assignedTo: assignee, createdBy } = filter;
  if (stage) {
    const [name, value] =
      "number" in stage ? (["stageNumber", stage.number] as const) : (["stageKey", stage.key] as const);
    add(name, eq(opportunities.stageId, stageIdOf(name)), value);
  }
  if (category) add("categoryNumber", eq(opportunities.categoryId, categoryIdOf()), category.number);
  if (filter.source !== undefined) add("source", eq(opportunities.source, sql.placeholder("source")), filter.source);
  if (filter.archived !== undefined) {
    add(
      filter.archived ? "archived" : "active",
      filter.archived ? isNotNull(opportunities.archivedAt) : isNull(opportunities.archivedAt),
    );
  }
  if (assignee) {
    if ("id" in assignee) add("assigneeId", assignedTo(sql.placeholder("assigneeId")), assignee.id);
    else add("assigneeNumber", isAssignedToUser(userWhere(users.number, "assigneeNumber")), assignee.number);
  }
  if (createdBy) {
    if ("id" in createdBy) add("creatorId", eq(opportunities.createdById, sql.placeholder("creatorId")), createdBy.id);
    else
      add(
        "creatorName",
        eq(opportunities.createdById, userWhere(sql`lower(${users.username})`, "creatorName")),
        createdBy.username.toLowerCase(),
      );
  }
  if (filter.search !== undefined) add("search", findable("search"), containing(filter.search.toLowerCase()));
  for (const field of ["firstName", "lastName", "email"] as const) {
    const part = filter[field];
    if (part !== undefined)
      add(
        field,
        and(findable(field), sql`${contacts[field]} ilike ${sql.placeholder(field)}`),
        containing(part.toLowerCase()),
      );
  }
  if (filter.phone !== undefined)
    add("phone", sql`${contacts.phone} ilike ${sql.placeholder("phone")}`, containing(filter.phone));
  if (filter.campaignSlug !== undefined) add("campaignSlug", inCampaign, filter.campaignSlug);
  return found;
}

/** The lower-cased search text has to hold it: one index answers that, whichever field it is for. */
const findable = (name: string): SQL => sql`${opportunities.searchText} like ${sql.placeholder(name)}`;

const userWhere = (column: AnyPgColumn | SQL, name: string): SQL =>
  sql`(select ${users.id} from ${users} where ${column} = ${sql.placeholder(name)})`;

const isAssignedToUser = (userId: SQL): SQL =>
  sql`(${opportunities.ownerId} = ${userId} or exists (select 1 from opportunity_followers f where f.location_id = ${opportunities.locationId} and f.opportunity_id = ${opportunities.id} and f.user_id = ${userId}))`;

const inCampaign = exists(
  sql`(select 1 from ${campaignMembers} join ${campaigns} on ${campaigns.locationId} = ${campaignMembers.locationId} and ${campaigns.id} = ${campaignMembers.campaignId}
    where ${campaignMembers.locationId} = ${sql.placeholder("locationId")} and ${campaignMembers.opportunityId} = ${opportunities.id} and ${campaigns.slug} = ${sql.placeholder("campaignSlug")})`,
);
