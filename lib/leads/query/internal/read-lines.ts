import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import { opportunities, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { ListedLead } from "@/lib/leads/query/model";
import { cellsOf } from "./cells";
import type { Understood } from "./understand";

/** Leads that were found, as lines with the fields asked for, in the order of `ids`. */
export async function readLines(
  transaction: ReadTransaction,
  context: Context,
  { ids, columns, understood }: { ids: readonly string[]; columns: readonly string[]; understood: Understood },
): Promise<ListedLead[]> {
  if (ids.length === 0) return [];
  const rows = await transaction
    .select({
      id: opportunities.id,
      number: opportunities.number,
      version: opportunities.version,
      name: opportunities.name,
      valueMinor: opportunities.valueMinor,
      currency: opportunities.currency,
      status: opportunities.status,
      stage: { id: stages.id, name: stages.name, color: stages.color, pipelineId: stages.pipelineId },
      source: opportunities.source,
      contactId: opportunities.contactId,
      contactName: contacts.name,
      companyName: contacts.companyName,
      email: contacts.email,
      phone: contacts.phone,
      owner: { id: users.id, name: users.name },
      archived: sql<boolean>`${isNotNull(opportunities.archivedAt)}`,
      createdAt: opportunities.createdAt,
      updatedAt: opportunities.updatedAt,
      cells: cellsOf(columns, understood),
    })
    .from(opportunities)
    .innerJoin(
      contacts,
      and(eq(contacts.locationId, opportunities.locationId), eq(contacts.id, opportunities.contactId)),
    )
    .innerJoin(stages, and(eq(stages.locationId, opportunities.locationId), eq(stages.id, opportunities.stageId)))
    .leftJoin(users, eq(users.id, opportunities.ownerId))
    .where(and(eq(opportunities.locationId, context.location.id), inArray(opportunities.id, [...ids])));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
