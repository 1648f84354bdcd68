import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { users } from "@/db/schema/companies";
import { clients, contacts } from "@/db/schema/contacts";
import { leadCategories, opportunities, opportunityFollowers, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { Lead, UserReference } from "@/lib/leads/model";

const owners = alias(users, "owners");
const creators = alias(users, "creators");

/** Followers of the row's lead, as JSON, in their order: one trip reads whole leads. */
const followers = sql<UserReference[] | null>`(
  select json_agg(json_build_object('id', f.user_id, 'number', u.number, 'name', u.name, 'username', u.username) order by f.position)
  from ${opportunityFollowers} f join ${users} u on u.id = f.user_id
  where f.location_id = ${opportunities.locationId} and f.opportunity_id = ${opportunities.id})`;

const {
  locationId,
  emailNormal,
  phoneNormal,
  otherAddresses,
  searchText: contactSearchText,
  nameLower: contactNameLower,
  firstNameLower,
  lastNameLower,
  companyNameLower,
  nameAndCompany,
  mergedIntoId: contactMergedIntoId,
  businessId,
  createdById,
  createdAt,
  updatedAt,
  deletedAt,
  version,
  ...contactColumns
} = getTableColumns(contacts);
const {
  searchText,
  nameLower,
  mergedIntoId,
  deletedAt: leadDeletedAt,
  ...leadColumns
} = getTableColumns(opportunities);

/** A query for whole leads, to be narrowed, ordered and paged: opportunities with all that they are read with. */
export function selectLeads(transaction: ReadTransaction) {
  return transaction
    .select({
      lead: leadColumns,
      contact: contactColumns,
      stage: {
        id: stages.id,
        number: stages.number,
        key: stages.key,
        name: stages.name,
        color: stages.color,
        probability: stages.probability,
        pipelineId: stages.pipelineId,
      },
      category: { id: leadCategories.id, number: leadCategories.number, name: leadCategories.name },
      owner: { id: owners.id, number: owners.number, name: owners.name, username: owners.username },
      creator: { id: creators.id, number: creators.number, name: creators.name, username: creators.username },
      client: { id: clients.id, number: clients.number },
      followers,
    })
    .from(opportunities)
    .innerJoin(
      contacts,
      and(eq(contacts.locationId, opportunities.locationId), eq(contacts.id, opportunities.contactId)),
    )
    .innerJoin(stages, and(eq(stages.locationId, opportunities.locationId), eq(stages.id, opportunities.stageId)))
    .innerJoin(
      leadCategories,
      and(eq(leadCategories.locationId, opportunities.locationId), eq(leadCategories.id, opportunities.categoryId)),
    )
    .leftJoin(owners, eq(owners.id, opportunities.ownerId))
    .leftJoin(creators, eq(creators.id, opportunities.createdById))
    .leftJoin(clients, and(eq(clients.locationId, opportunities.locationId), eq(clients.id, opportunities.clientId)))
    .$dynamic();
}

/** A row of `selectLeads`. */
export type LeadRow = Awaited<ReturnType<typeof selectLeads>>[number];

/** The lead of a row of `selectLeads`. */
export function leadOf({
  lead,
  contact,
  stage,
  category,
  owner,
  creator,
  client,
  followers: following,
}: LeadRow): Lead {
  return {
    ...lead,
    contact,
    stage,
    category,
    assigned: [...(owner ? [owner] : []), ...(following ?? []).filter(({ id }) => id !== owner?.id)],
    followerIds: (following ?? []).map(({ id }) => id),
    createdBy: creator,
    client,
  };
}

/** A lead of the location that is known to be there, whoever may read it: what a command answers with. */
export async function leadInLocation(transaction: ReadTransaction, context: Context, id: string): Promise<Lead> {
  const query = prepared(transaction, "lead in location", (connection) =>
    selectLeads(connection).where(
      and(eq(opportunities.locationId, sql.placeholder("locationId")), eq(opportunities.id, sql.placeholder("id"))),
    ),
  );
  const [row] = await query.execute({ locationId: context.location.id, id });
  if (!row) throw new Error("A lead that was just saved is not there.");
  return leadOf(row);
}

/** The leads of these ids, in their order, with all that they are read with. Apart from finding them: it is planned once for all lists. */
export async function leadsOfIds(
  transaction: ReadTransaction,
  { location }: Pick<Context, "location">,
  ids: readonly string[],
): Promise<Lead[]> {
  if (ids.length === 0) return [];
  const query = prepared(transaction, "leads of ids", (connection) =>
    selectLeads(connection).where(
      and(
        eq(opportunities.locationId, sql.placeholder("locationId")),
        sql`${opportunities.id} = any(${sql.placeholder("ids")})`,
      ),
    ),
  );
  const rows = await query.execute({ locationId: location.id, ids });
  const leads = new Map(rows.map((row) => [row.lead.id, leadOf(row)]));
  return ids.flatMap((id) => leads.get(id) ?? []);
}
