import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { businesses } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import type { ContactQuery } from "./model";
import { type ContactPage, searchContacts } from "./search-contacts";

/** A lead of a contact, as lists of contacts show it. */
export type LeadOfContact = Pick<
  typeof opportunities.$inferSelect,
  "id" | "pipelineId" | "stageId" | "valueMinor" | "currency" | "status"
>;

/** A page of contacts with the names of their businesses, by id, and their leads, by the contact's id. */
export type DetailedPage = ContactPage & { businessNames: Map<string, string>; leads: Map<string, LeadOfContact[]> };

/** The page of contacts that a query asks for, with what stands around them. @throws as searchContacts. */
export async function searchContactsInDetail(context: Context, query: ContactQuery): Promise<DetailedPage> {
  const page = await searchContacts(context, query);
  const ids = page.contacts.map(({ contact }) => contact.id);
  const businessIds = [...new Set(page.contacts.flatMap(({ contact }) => contact.businessId ?? []))];
  const { id: locationId } = context.location;
  const leads = new Map<string, LeadOfContact[]>();
  if (ids.length === 0) return { ...page, leads, businessNames: new Map() };
  return read(context, async (transaction) => {
    const [found, named] = await Promise.all([
      transaction
        .select({
          contactId: opportunities.contactId,
          id: opportunities.id,
          pipelineId: opportunities.pipelineId,
          stageId: opportunities.stageId,
          valueMinor: opportunities.valueMinor,
          currency: opportunities.currency,
          status: opportunities.status,
        })
        .from(opportunities)
        .where(
          and(
            eq(opportunities.locationId, locationId),
            isNull(opportunities.deletedAt),
            inArray(opportunities.contactId, ids),
          ),
        )
        .orderBy(asc(opportunities.id)),
      businessIds.length === 0
        ? []
        : transaction
            .select({ id: businesses.id, name: businesses.name })
            .from(businesses)
            .where(and(eq(businesses.locationId, locationId), inArray(businesses.id, businessIds))),
    ]);
    for (const { contactId, ...lead } of found) leads.set(contactId, [...(leads.get(contactId) ?? []), lead]);
    return { ...page, leads, businessNames: new Map(named.map(({ id, name }) => [id, name])) };
  });
}
