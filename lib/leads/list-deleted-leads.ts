import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import { opportunities, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { deletedLeads } from "./internal/readable";

export type ListDeletedLeads = {
  /** The id of the lead that the page comes after; the first page without one. */
  after?: string;
  limit: number;
};

/** A lead in the bin. */
export type DeletedLead = {
  id: string;
  number: number;
  name: string;
  valueMinor: number | null;
  currency: string;
  stage: { id: string; name: string; color: string };
  contactName: string | null;
  ownerName: string | null;
  deletedAt: Date;
};

/** How long a deleted lead can be restored. Then a job deletes it for good. */
export const binDays = 30;

/** The leads that the caller could read until they were deleted, the last first, page by page by key. */
export function listDeletedLeads(
  context: Context,
  { after, limit }: ListDeletedLeads,
): Promise<{ leads: DeletedLead[]; next: string | null }> {
  const { deletedAt } = opportunities;
  const oldest = new Date(context.now.getTime() - binDays * 86_400_000);
  return read(context, async (transaction) => {
    const rows = await transaction
      .select({
        id: opportunities.id,
        number: opportunities.number,
        name: opportunities.name,
        valueMinor: opportunities.valueMinor,
        currency: opportunities.currency,
        stage: { id: stages.id, name: stages.name, color: stages.color },
        contactName: contacts.name,
        ownerName: users.name,
        deletedAt,
      })
      .from(opportunities)
      .innerJoin(stages, and(eq(stages.locationId, opportunities.locationId), eq(stages.id, opportunities.stageId)))
      .innerJoin(
        contacts,
        and(eq(contacts.locationId, opportunities.locationId), eq(contacts.id, opportunities.contactId)),
      )
      .leftJoin(users, eq(users.id, opportunities.ownerId))
      .where(
        and(
          deletedLeads(context),
          isNull(opportunities.mergedIntoId),
          gt(deletedAt, oldest),
          after === undefined
            ? undefined
            : sql`(${deletedAt}, ${opportunities.id}) < (select deleted_at, id from ${opportunities} where location_id = ${context.location.id} and id = ${after})`,
        ),
      )
      .orderBy(desc(deletedAt), desc(opportunities.id))
      .limit(limit + 1);
    const leads = rows
      .slice(0, limit)
      .flatMap(({ deletedAt: gone, ...lead }) => (gone === null ? [] : [{ ...lead, deletedAt: gone }]));
    return { leads, next: rows.length > limit ? (leads.at(-1)?.id ?? null) : null };
  });
}
