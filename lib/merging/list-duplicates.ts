import { and, asc, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { contacts, duplicateCandidates } from "@/db/schema/contacts";
import { opportunities, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { isContactInSight } from "@/lib/contacts/contacts-in-sight";
import { type ContactFields, contactFieldNames } from "@/lib/contacts/model";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { readableLeadIds } from "@/lib/leads/readable-lead-ids";

export type ListDuplicates = {
  /** Only the pairs of this contact. */
  contactId?: string;
  /** The id of the pair that the page comes after; the first page without one. */
  after?: string;
  limit: number;
};

/** A contact of a pair, with its deals. */
export type DuplicateContact = {
  id: string;
  number: number;
  fields: ContactFields;
  tags: string[];
  createdAt: Date;
  leads: {
    id: string;
    name: string;
    stageName: string;
    stageColor: string;
    valueMinor: number | null;
    currency: string;
  }[];
};

/** Two contacts that may be one person, and what they share. */
export type DuplicatePair = {
  id: string;
  reason: "email" | "phone" | "name";
  suspectedAt: Date;
  contacts: [DuplicateContact, DuplicateContact];
};

/** The pairs of contacts that may be one person, and that the caller may read both; the latest first, page by page by key. */
export function listDuplicates(
  context: Context,
  { contactId, after, limit }: ListDuplicates,
): Promise<{ pairs: DuplicatePair[]; next: string | null }> {
  const { locationId, id, createdAt, contactId: one, otherContactId: other, dismissedAt } = duplicateCandidates;
  return read(context, async (transaction) => {
    const rows = await transaction
      .select({ id, reason: duplicateCandidates.reason, suspectedAt: createdAt, one, other })
      .from(duplicateCandidates)
      .where(
        and(
          eq(locationId, context.location.id),
          isNull(dismissedAt),
          isContactInSight(context, one),
          isContactInSight(context, other),
          contactId === undefined ? undefined : or(eq(one, contactId), eq(other, contactId)),
          after === undefined
            ? undefined
            : sql`(${createdAt}, ${id}) < (select created_at, id from ${duplicateCandidates} where location_id = ${context.location.id} and id = ${after})`,
        ),
      )
      .orderBy(desc(createdAt), desc(id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const people = await readContacts(transaction, context, [
      ...new Set(page.flatMap((pair) => [pair.one, pair.other])),
    ]);
    return {
      pairs: page.flatMap(({ one: first, other: second, ...pair }) => {
        const [a, b] = [people.get(first), people.get(second)];
        const both: [DuplicateContact, DuplicateContact] | null = a && b ? [a, b] : null;
        return both ? [{ ...pair, contacts: both }] : [];
      }),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}

async function readContacts(
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
      })
      .from(opportunities)
      .innerJoin(stages, and(eq(stages.locationId, opportunities.locationId), eq(stages.id, opportunities.stageId)))
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
