import { and, asc, eq, inArray } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { writeTags } from "@/lib/contacts/write-tags";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { addTags } from "@/lib/tags/add-tags";
import { distinctTags, tagLimits } from "@/lib/tags/model";
import { lockMany } from "./internal/lock-many";
import { eventOf, told, writeMany } from "./internal/write-many";

export type TagLeads = { ids: readonly string[]; add?: readonly string[]; remove?: readonly string[] };

/**
 * Adds words to the tags of many leads' contacts, and takes words away, whatever their case. Leads
 * that the caller may not read are left out, and contacts that would carry too many.
 */
export function tagLeads(context: Context, { ids, add = [], remove = [] }: TagLeads): Promise<void> {
  return change(context, async (transaction, inside) => {
    const leads = await lockMany(transaction, inside, ids);
    const known = await lockTags(transaction, inside, [...new Set(leads.map(({ contactId }) => contactId))]);
    const unwanted = new Set(remove.map((word) => word.toLowerCase()));
    const changed = new Map<string, { before: string[]; after: string[] }>();
    for (const { id, tags } of known) {
      const after = distinctTags([...tags, ...add]).filter((word) => !unwanted.has(word.toLowerCase()));
      if (after.length === tags.length || after.length > tagLimits.perRecord) continue;
      changed.set(id, { before: tags, after });
    }
    await Promise.all([
      writeTags(transaction, inside, new Map([...changed].map(([id, { after }]) => [id, after]))),
      changed.size > 0 ? addTags(transaction, inside, [...add]) : null,
    ]);
    // Of a contact with several leads, one tells.
    const tellers = leads.filter(
      ({ contactId }, place) =>
        changed.has(contactId) && leads.findIndex((lead) => lead.contactId === contactId) === place,
    );
    await writeMany(
      transaction,
      inside,
      tellers.map(({ id }) => id),
      {},
    );
    const events = tellers.map((lead) => {
      const { before = [], after = [] } = changed.get(lead.contactId) ?? {};
      return eventOf(lead, { type: "lead.tagged", before: { tags: before }, after: { tags: after } });
    });
    return told(events);
  });
}

async function lockTags(transaction: Transaction, context: Context, contactIds: string[]) {
  if (contactIds.length === 0) return [];
  return transaction
    .select({ id: contacts.id, tags: contacts.tags })
    .from(contacts)
    .where(and(eq(contacts.locationId, context.location.id), inArray(contacts.id, contactIds)))
    .orderBy(asc(contacts.id))
    .for("update");
}
