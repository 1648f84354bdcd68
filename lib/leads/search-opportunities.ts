import { and, desc, asc, eq, exists, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import { campaignContacts, campaignMembers, leadTallies, opportunities, stages } from "@/db/schema/opportunities";
import { type Context, seesAll } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { startOfDay } from "@/lib/kit/zone";
import { type Opportunity, type OpportunityDetails, withDetails } from "./get-opportunity";
import { containing } from "./internal/containing";
import { readableLeads } from "./internal/readable";
import { leadsOfIds } from "./internal/select-leads";
import type { LeadStatus } from "./model";

/** Which opportunities are asked for. Every part given has to hold. */
export type OpportunitySearch = {
  /** Words that all have to be in the name, or the contact's name, company or email. */
  search?: string;
  id?: string;
  pipelineId?: string;
  stageId?: string;
  contactId?: string;
  /** Without it, all but those in the archive: what the board shows. `all` has the archive too. */
  status?: LeadStatus | "all";
  ownerId?: string;
  campaignId?: string;
  /** Of the contact. */
  country?: string;
  /** Days of creation in the location's zone, both included. */
  from?: string;
  to?: string;
  direction: "asc" | "desc";
  limit: number;
  offset: number;
  /** The opportunity that the page comes after; or the moment after which, where only that is known. */
  after?: { id?: string; createdAt?: Date };
  details: OpportunityDetails;
};

export type OpportunityPage = { opportunities: Opportunity[]; hasMore: boolean; total: number };

/** Counting stops here; above it the planner's estimate stands in. */
const countedExactly = 10_000;

/** A page of the opportunities that the caller may read, in the order in which they were made. */
export async function searchOpportunities(context: Context, asked: OpportunitySearch): Promise<OpportunityPage> {
  const { found, total } = await read(context, async (transaction) => {
    const indexed = await foundByIndex(transaction, asked);
    const ofCountry = asked.country === undefined ? undefined : await inCountry(transaction, context, asked.country);
    const where = and(readableLeads(context), ...conditions(context, asked), indexed, ofCountry);
    const ordered = asked.direction === "asc" ? asc : desc;
    // The ids alone: a statement over all that a lead is read with takes longer to plan than to run.
    const page = transaction
      .select({ id: opportunities.id })
      .from(opportunities)
      .where(and(where, comesAfter(context, asked)))
      .orderBy(ordered(opportunities.createdAt), ordered(opportunities.id))
      .limit(asked.limit + 1)
      .offset(asked.after ? 0 : asked.offset);
    const [rows, count] = await Promise.all([page, countOpportunities(transaction, context, asked, where)]);
    const ids = rows.map(({ id }) => id);
    return { found: await leadsOfIds(transaction, context, ids), total: count };
  });
  const leads = found.slice(0, asked.limit);
  return {
    opportunities: leads.length === 0 ? [] : await withDetails(context, leads, asked.details),
    hasMore: found.length > leads.length,
    total,
  };
}

function conditions(context: Context, asked: OpportunitySearch): (SQL | undefined)[] {
  const { location } = context;
  const o = opportunities;
  const is = <Value>(value: Value | undefined, condition: (value: Value) => SQL | undefined) =>
    value === undefined ? undefined : condition(value);
  return [
    ...wordsOf(asked).map((word) => sql`${o.searchText} like ${containing(word)}`),
    is(asked.id, (id) => eq(o.id, id)),
    is(asked.pipelineId, (id) => eq(o.pipelineId, id)),
    is(asked.stageId, (id) => eq(o.stageId, id)),
    is(asked.contactId, (id) => eq(o.contactId, id)),
    is(asked.ownerId, (id) => eq(o.ownerId, id)),
    is(asked.status, (status) => (status === "all" ? undefined : eq(o.status, status))),
    asked.status === "all" || asked.id !== undefined ? undefined : isNull(o.archivedAt),
    is(asked.campaignId, (id) => inCampaign(location.id, id)),
    is(asked.from, (day) => gte(o.createdAt, startOfDay(day, location.timeZone))),
    is(asked.to, (day) => lt(o.createdAt, startOfDay(day, location.timeZone, 1))),
  ];
}

const wordsOf = ({ search }: OpportunitySearch): string[] =>
  search?.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10) ?? [];

/**
 * That a lead is among those an index finds by the longest word; undefined where these are so many that
 * a page of them is found sooner by looking through the newest.
 */
async function foundByIndex(transaction: ReadTransaction, asked: OpportunitySearch): Promise<SQL | undefined> {
  const [longest] = wordsOf(asked).toSorted((one, other) => other.length - one.length);
  if (longest === undefined || !/[\p{L}\p{N}]{3}/u.test(longest)) return undefined;
  const found = sql`select id from find_leads(${containing(longest)}, ${countedExactly + 1}::int)`;
  const counted = await transaction.execute<{ count: number }>(
    sql`select count(*)::int as count from (${found}) as found`,
  );
  return (counted.rows[0]?.count ?? 0) > countedExactly ? undefined : sql`${opportunities.id} in (${found})`;
}

/** Contacts of a country are looked up first where they are at most so many; more are met soon in the list's order. */
const fewContacts = 2500;

/** That a lead's contact is in a country, which is written as programs and people write codes and names. */
async function inCountry(transaction: ReadTransaction, { location }: Context, given: string): Promise<SQL> {
  const [first = "", ...rest] = given.toLowerCase();
  const spellings = [
    ...new Set([given, given.toLowerCase(), given.toUpperCase(), first.toUpperCase() + rest.join("")]),
  ];
  // Compared as it is written, for which there is an index.
  const isIn = sql`${contacts.locationId} = ${location.id} and ${contacts.country} = any(${sql.param(spellings)}::text[])`;
  const found = await transaction.execute<{ ids: string[] }>(
    sql`select array(select id from ${contacts} where ${isIn} and ${contacts.deletedAt} is null limit ${fewContacts + 1}) as ids`,
  );
  const ids = found.rows[0]?.ids ?? [];
  if (ids.length <= fewContacts) return sql`${opportunities.contactId} = any(${sql.param(ids)}::text[])`;
  return exists(sql`(select 1 from ${contacts} where ${isIn} and ${contacts.id} = ${opportunities.contactId})`);
}

/** A lead is in a campaign when it is, or its contact. */
const inCampaign = (locationId: string, campaignId: string): SQL => sql`(
  ${opportunities.id} in (select opportunity_id from ${campaignMembers} where location_id = ${locationId} and campaign_id = ${campaignId})
  or ${opportunities.contactId} in (select contact_id from ${campaignContacts} where location_id = ${locationId} and campaign_id = ${campaignId}))`;

/** The key is read from the row where it is there: programs are told its moment to the millisecond only. */
function comesAfter({ location }: Context, { after, direction }: OpportunitySearch): SQL | undefined {
  if (!after) return undefined;
  // A moment without an id comes after all that were made at it.
  const { id = direction === "asc" ? "~" : "", createdAt } = after;
  const moment = sql`coalesce((select created_at from ${opportunities} where location_id = ${location.id} and id = ${id}), ${createdAt?.toISOString() ?? null}::timestamptz)`;
  return direction === "asc"
    ? sql`(${opportunities.createdAt}, ${opportunities.id}) > (${moment}, ${id})`
    : sql`(${opportunities.createdAt}, ${opportunities.id}) < (${moment}, ${id})`;
}

/** The parts of a search that the tallies can tell. */
const tallied = ["pipelineId", "stageId", "status"] as const;

async function countOpportunities(
  transaction: ReadTransaction,
  context: Context,
  asked: OpportunitySearch,
  where: SQL | undefined,
): Promise<number> {
  const parts = ["search", "id", "contactId", "ownerId", "campaignId", "country", "from", "to"] as const;
  if (seesAll(context) && parts.every((part) => asked[part] === undefined))
    return sumTallies(transaction, context, asked);
  const some = transaction
    .select({ one: sql`1` })
    .from(opportunities)
    .where(where)
    .limit(countedExactly + 1)
    .as("some");
  const count = await transaction.$count(some);
  if (count <= countedExactly) return count;
  const plan = await transaction.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    sql`explain (format json) select 1 from ${opportunities} where ${where}`,
  );
  return Math.max(count, plan.rows[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0);
}

async function sumTallies(
  transaction: ReadTransaction,
  { location }: Context,
  { pipelineId, stageId, status }: Pick<OpportunitySearch, (typeof tallied)[number]>,
): Promise<number> {
  const [sum] = await transaction
    .select({ leads: sql<number>`coalesce(sum(${leadTallies.leads}), 0)::int` })
    .from(leadTallies)
    .where(
      and(
        eq(leadTallies.locationId, location.id),
        isNull(leadTallies.createdOn),
        status === "all" ? undefined : eq(leadTallies.archived, false),
        status === undefined || status === "all" ? undefined : eq(leadTallies.status, status),
        stageId === undefined ? undefined : eq(leadTallies.stageId, stageId),
        pipelineId === undefined
          ? undefined
          : sql`${leadTallies.stageId} in (select id from ${stages} where location_id = ${location.id} and pipeline_id = ${pipelineId})`,
      ),
    );
  return sum?.leads ?? 0;
}
