import { and, desc, eq, gte, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import { opportunities, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { startOfDay } from "@/lib/kit/zone";
import { readableLeads } from "./internal/readable";
import type { BrowseFilter, LeadLine } from "./model";

export type BrowseLeads = {
  filter: BrowseFilter;
  /** The id of the lead that the page comes after; the first page without one. */
  after?: string;
  limit: number;
};

/** How far leads are counted; above it a list says that there are more. */
export const countedLeads = 1000;

/**
 * A page of the leads that the caller may read, newest first, by key: a page costs the same however
 * far down it is. `total` is exact up to `countedLeads` and one more than that above; null on later pages.
 */
export function browseLeads(
  context: Context,
  { filter, after, limit }: BrowseLeads,
): Promise<{ leads: LeadLine[]; next: string | null; total: number | null }> {
  return read(context, async (transaction) => {
    const where = and(readableLeads(context), ...conditions(context, filter));
    const page = transaction
      .select({
        id: opportunities.id,
        number: opportunities.number,
        name: opportunities.name,
        valueMinor: opportunities.valueMinor,
        currency: opportunities.currency,
        status: opportunities.status,
        stage: { id: stages.id, name: stages.name, color: stages.color },
        source: opportunities.source,
        contactName: contacts.name,
        companyName: contacts.companyName,
        email: contacts.email,
        phone: contacts.phone,
        ownerName: users.name,
        archived: sql<boolean>`${isNotNull(opportunities.archivedAt)}`,
        createdAt: opportunities.createdAt,
      })
      .from(opportunities)
      .innerJoin(
        contacts,
        and(eq(contacts.locationId, opportunities.locationId), eq(contacts.id, opportunities.contactId)),
      )
      .innerJoin(stages, and(eq(stages.locationId, opportunities.locationId), eq(stages.id, opportunities.stageId)))
      .leftJoin(users, eq(users.id, opportunities.ownerId))
      .where(and(where, after === undefined ? undefined : comesAfter(context, after)))
      .orderBy(desc(opportunities.createdAt), desc(opportunities.id))
      .limit(limit + 1);
    const counted = transaction
      .select({ one: sql`1` })
      .from(opportunities)
      .where(where)
      .limit(countedLeads + 1)
      .as("counted");
    const [rows, total] = await Promise.all([page, after === undefined ? transaction.$count(counted) : null]);
    const leads = rows.slice(0, limit);
    return { leads, next: rows.length > limit ? (leads.at(-1)?.id ?? null) : null, total };
  });
}

/** The key is read from the row: a moment that went through a program has lost its microseconds. */
const comesAfter = ({ location }: Context, id: string): SQL =>
  sql`(${opportunities.createdAt}, ${opportunities.id}) < (select created_at, id from ${opportunities} where location_id = ${location.id} and id = ${id})`;

function conditions({ location }: Context, filter: BrowseFilter): (SQL | undefined)[] {
  const { search, stageId, pipelineId, source, from, to } = filter;
  return [
    search === undefined ? undefined : found(search),
    stageId === undefined ? undefined : eq(opportunities.stageId, stageId),
    pipelineId === undefined ? undefined : eq(opportunities.pipelineId, pipelineId),
    source === undefined
      ? undefined
      : source === null
        ? isNull(opportunities.source)
        : eq(opportunities.source, source),
    from === undefined ? undefined : gte(opportunities.createdAt, startOfDay(from, location.timeZone)),
    to === undefined ? undefined : lt(opportunities.createdAt, startOfDay(to, location.timeZone, 1)),
  ];
}

/** Every word has to be somewhere in what the index knows of a lead. */
function found(search: string): SQL | undefined {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return and(...words.map((word) => sql`${opportunities.searchText} like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`));
}
