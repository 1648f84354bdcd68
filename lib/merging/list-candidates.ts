import { and, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { contacts, duplicateCandidates } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { isContactInSight } from "@/lib/contacts/contacts-in-sight";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { readableLeadIds } from "@/lib/leads/readable-lead-ids";
import { type DuplicateContact, readContacts } from "./internal/read-contacts";
import { mostMerged } from "./model";

/** Whom to look at: some contacts, those of some leads, or one and all that may be the same person. */
export type ListCandidates = { contacts?: string[]; leads?: string[]; alike?: string };

/** The contacts that somebody may want to merge, in the order asked for, each with its deals; ten at most. Those that the caller can not read are left out. */
export function listCandidates(context: Context, asked: ListCandidates): Promise<DuplicateContact[]> {
  return read(context, async (transaction) => {
    const wanted = await idsOf(transaction, context, asked);
    if (wanted.length === 0) return [];
    const seen = await transaction
      .select({ id: contacts.id })
      .from(contacts)
      .where(
        and(
          eq(contacts.locationId, context.location.id),
          inArray(contacts.id, wanted),
          isNull(contacts.deletedAt),
          isContactInSight(context, contacts.id),
        ),
      );
    const inSight = new Set(seen.map(({ id }) => id));
    const ids = wanted.filter((id) => inSight.has(id)).slice(0, mostMerged);
    const found = await readContacts(transaction, context, ids);
    return ids.flatMap((id) => found.get(id) ?? []);
  });
}

async function idsOf(transaction: ReadTransaction, context: Context, asked: ListCandidates): Promise<string[]> {
  if (asked.contacts) return [...new Set(asked.contacts)];
  if (asked.leads) return contactsOf(transaction, context, asked.leads);
  return asked.alike === undefined ? [] : [asked.alike, ...(await alikeTo(transaction, context, asked.alike))];
}

async function contactsOf(transaction: ReadTransaction, context: Context, leads: string[]): Promise<string[]> {
  const rows = await transaction
    .select({ id: opportunities.id, contactId: opportunities.contactId })
    .from(opportunities)
    .where(and(inArray(opportunities.id, leads), inArray(opportunities.id, readableLeadIds(context, transaction))));
  return [...new Set(leads.flatMap((id) => rows.find((row) => row.id === id)?.contactId ?? []))];
}

/** The contacts that may be the same person as one, those that were noticed last first. */
async function alikeTo(transaction: ReadTransaction, { location }: Context, contactId: string): Promise<string[]> {
  const { contactId: one, otherContactId: other, dismissedAt, createdAt } = duplicateCandidates;
  const pairs = await transaction
    .select({ one, other })
    .from(duplicateCandidates)
    .where(
      and(
        eq(duplicateCandidates.locationId, location.id),
        isNull(dismissedAt),
        or(eq(one, contactId), eq(other, contactId)),
      ),
    )
    .orderBy(desc(createdAt))
    .limit(mostMerged * 2);
  return [...new Set(pairs.map((pair) => (pair.one === contactId ? pair.other : pair.one)))];
}
