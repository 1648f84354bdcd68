import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { members } from "@/db/schema/members";
import { leadCategories, opportunities, pipelines, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { Sort } from "@/lib/leads/query/model";

/** Fields that hold an id, and are ordered by what the id stands for. */
const ids: Readonly<Record<string, SQL>> = {
  stage: sql`${opportunities.stageId}`,
  pipeline: sql`${opportunities.pipelineId}`,
  category: sql`${opportunities.categoryId}`,
  owner: sql`${opportunities.ownerId}`,
  createdBy: sql`${opportunities.createdById}`,
};

/** A field that holds an id: all ids in their order, and the place of the lead's own among them. */
export type NamedOrder = { id: SQL; places: string[]; place: SQL };

/**
 * By what lists are ordered for fields that hold ids of few things: the place of the id among all of
 * them. They are read once: to look each up for every lead takes a hundred times as long.
 */
export async function namedOrders(
  transaction: ReadTransaction,
  context: Context,
  sorts: readonly Sort[],
): Promise<ReadonlyMap<string, NamedOrder>> {
  const orders = new Map<string, NamedOrder>();
  for (const { field } of sorts) {
    const id = ids[field];
    if (!id) continue;
    const places = await placesOf(transaction, context, field);
    orders.set(field, { id, places, place: sql`array_position(${sql.param(places)}::varchar[], ${id})` });
  }
  return orders;
}

async function placesOf(transaction: ReadTransaction, { location }: Context, field: string): Promise<string[]> {
  const rows = await queryOf(transaction, location.id, field);
  return rows.map(({ id }) => id);
}

function queryOf(transaction: ReadTransaction, locationId: string, field: string): Promise<{ id: string }[]> {
  if (field === "category")
    return transaction
      .select({ id: leadCategories.id })
      .from(leadCategories)
      .where(eq(leadCategories.locationId, locationId))
      .orderBy(sql`lower(${leadCategories.name})`, asc(leadCategories.id));
  if (field === "pipeline")
    return transaction
      .select({ id: pipelines.id })
      .from(pipelines)
      .where(eq(pipelines.locationId, locationId))
      .orderBy(asc(pipelines.position), asc(pipelines.id));
  if (field === "stage")
    return transaction
      .select({ id: stages.id })
      .from(stages)
      .innerJoin(pipelines, and(eq(pipelines.locationId, stages.locationId), eq(pipelines.id, stages.pipelineId)))
      .where(eq(stages.locationId, locationId))
      .orderBy(asc(pipelines.position), asc(stages.position), asc(stages.id));
  return transaction
    .select({ id: users.id })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.locationId, locationId))
    .orderBy(sql`lower(${users.name})`, asc(users.id));
}
