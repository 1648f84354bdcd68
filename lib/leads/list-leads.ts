import { and, asc, desc, eq, exists, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { users } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import { campaignMembers, campaigns, opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { countLeads } from "./internal/count-leads";
import { assignedTo, readableLeads } from "./internal/readable";
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

/**
 * A page of the leads that the caller may read and `filter` asks for, newest first without an
 * `order`, and how many there are in all: exact, but for filters that no tally answers an
 * estimate above 10,000.
 */
export function listLeads(context: Context, { filter = {}, order, page }: ListLeads): Promise<{ leads: Lead[]; total: number }> {
  return read(context, async (transaction) => {
    const where = and(readableLeads(context), ...conditions(context, filter));
    const rows = selectLeads(transaction).where(where).orderBy(...ordering(order)).limit(page.limit).offset(page.offset);
    const [leads, total] = await Promise.all([rows, countLeads(transaction, context, filter, where)]);
    return { leads: leads.map(leadOf), total };
  });
}

/** The first row's key decides, the id the rest: pages never show a lead twice. Empty values come last. */
function ordering(order: LeadOrder | undefined): SQL[] {
  const { by, direction } = order ?? { by: "createdAt", direction: "desc" };
  const column = sortable[by];
  if (direction === "asc") return [asc(column), asc(opportunities.id)];
  const nullable = by === "value" || by === "lastContactedOn";
  return [nullable ? sql`${column} desc nulls last` : desc(column), desc(opportunities.id)];
}

/** `part` anywhere in a text, as a pattern for LIKE. */
const containing = (part: string): string => `%${part.replace(/[\\%_]/g, "\\$&")}%`;

/** Lower-cased search text has to hold it: the index answers that, whichever field it is for. */
const findable = (part: string): SQL => sql`${opportunities.searchText} like ${containing(part.toLowerCase())}`;

const contactHas = (column: AnyPgColumn, part: string): SQL => sql`${column} ilike ${containing(part)}`;

const userNamed = (filter: { username: string } | { number: number }): SQL<string> =>
  "username" in filter
    ? sql`(select ${users.id} from ${users} where lower(${users.username}) = lower(${filter.username}))`
    : sql`(select ${users.id} from ${users} where ${users.number} = ${filter.number})`;

/** One condition for each part of the filter that is given. */
function conditions(context: Context, filter: LeadFilter): (SQL | undefined)[] {
  const location = context.location.id;
  const { stage, category, assignedTo: assignee, createdBy } = filter;
  return [
    stage && eq(opportunities.stageId, stageIdOf(location, stage)),
    category && eq(opportunities.categoryId, categoryIdOf(location, category)),
    filter.source === undefined ? undefined : eq(opportunities.source, filter.source),
    filter.archived === undefined ? undefined : filter.archived ? isNotNull(opportunities.archivedAt) : isNull(opportunities.archivedAt),
    assignee && ("id" in assignee ? assignedTo(assignee.id) : isAssignedToUser(userNamed(assignee))),
    createdBy && ("id" in createdBy ? eq(opportunities.createdById, createdBy.id) : sql`${opportunities.createdById} = ${userNamed(createdBy)}`),
    filter.search === undefined ? undefined : findable(filter.search),
    ...(["firstName", "lastName", "email"] as const).flatMap((field) => {
      const part = filter[field];
      return part === undefined ? [] : [findable(part), contactHas(contacts[field], part)];
    }),
    filter.phone === undefined ? undefined : contactHas(contacts.phone, filter.phone),
    filter.campaignSlug === undefined ? undefined : inCampaign(location, filter.campaignSlug),
  ];
}

const isAssignedToUser = (userId: SQL<string>): SQL =>
  sql`(${opportunities.ownerId} = ${userId} or exists (select 1 from opportunity_followers f where f.location_id = ${opportunities.locationId} and f.opportunity_id = ${opportunities.id} and f.user_id = ${userId}))`;

const inCampaign = (location: string, slug: string): SQL =>
  exists(
    sql`(select 1 from ${campaignMembers} join ${campaigns} on ${campaigns.locationId} = ${campaignMembers.locationId} and ${campaigns.id} = ${campaignMembers.campaignId}
      where ${campaignMembers.locationId} = ${location} and ${campaignMembers.opportunityId} = ${opportunities.id} and ${campaigns.slug} = ${slug})`,
  );
