import { and, asc, eq, inArray } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import { leadCategories, opportunities, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { type ContactFields, contactFieldNames } from "@/lib/contacts/model";
import type { ReadTransaction } from "@/lib/data/transaction";
import { readableLeadIds } from "@/lib/leads/readable-lead-ids";

/** A contact that may be merged with another one, with its deals. */
export type DuplicateContact = {
  id: string;
  number: number;
  fields: ContactFields;
  tags: string[];
  createdAt: Date;
  leads: DuplicateLead[];
};

export type DuplicateLead = {
  id: string;
  name: string;
  stageName: string;
  stageColor: string;
  valueMinor: number | null;
  currency: string;
  source: string | null;
  description: string | null;
  /** `yyyy-mm-dd`. */
  lastContactedOn: string | null;
  categoryName: string | null;
  ownerName: string | null;
};

/** Contacts by their ids, each with those of its deals that the caller may read. Whether they may read the contact is the caller's to look at. */
export async function readContacts(
  transaction: ReadTransaction,
  context: Context,
  ids: string[],
): Promise<Map<string, DuplicateContact>> {
  if (ids.length === 0) return new Map();
  const { id: locationId } = context.location;
  const [people, leads] = await Promise.all([
    transaction
      .select()
      .from(contacts)
      .where(and(eq(contacts.locationId, locationId), inArray(contacts.id, ids))),
    transaction
      .select({
        contactId: opportunities.contactId,
        id: opportunities.id,
        name: opportunities.name,
        stageName: stages.name,
        stageColor: stages.color,
        valueMinor: opportunities.valueMinor,
        currency: opportunities.currency,
        source: opportunities.source,
        description: opportunities.description,
        lastContactedOn: opportunities.lastContactedOn,
        categoryName: leadCategories.name,
        ownerName: users.name,
      })
      .from(opportunities)
      .innerJoin(stages, and(eq(stages.locationId, opportunities.locationId), eq(stages.id, opportunities.stageId)))
      .leftJoin(
        leadCategories,
        and(eq(leadCategories.locationId, opportunities.locationId), eq(leadCategories.id, opportunities.categoryId)),
      )
      .leftJoin(users, eq(users.id, opportunities.ownerId))
      .where(
        and(inArray(opportunities.contactId, ids), inArray(opportunities.id, readableLeadIds(context, transaction))),
      )
      .orderBy(asc(opportunities.createdAt)),
  ]);
  return new Map(
    people.map((person) => {
      // Every one of them is a column of the row.
      const fields = Object.fromEntries(contactFieldNames.map((name) => [name, person[name]])) as ContactFields;
      const { id, number, tags, createdAt } = person;
      const mine = leads.filter((lead) => lead.contactId === id).map(({ contactId: _, ...lead }) => lead);
      return [id, { id, number, fields, tags, createdAt, leads: mine }];
    }),
  );
}
