import { and, eq, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { addTags } from "@/lib/tags/add-tags";
import { distinctTags } from "@/lib/tags/model";
import { editLead } from "./internal/edit-lead";
import type { Lead, LeadReference } from "./model";

/**
 * Makes `tags` the tags of a lead's contact, in place of those it had: the words as they are given,
 * without repeats. New words join the location's list.
 * @throws NotFound.
 */
export function setLeadTags(
  context: Context,
  { lead: reference, tags }: { lead: LeadReference; tags: string[] },
): Promise<Lead> {
  const words = distinctTags(tags);
  return editLead(context, reference, async (lead, transaction) => {
    const { id, tags: known } = lead.contact;
    if (JSON.stringify(words) === JSON.stringify(known)) return null;
    await Promise.all([
      transaction
        .update(contacts)
        .set({ tags: words, version: sql`${contacts.version} + 1`, updatedAt: context.now })
        .where(and(eq(contacts.locationId, context.location.id), eq(contacts.id, id))),
      addTags(transaction, context, words),
    ]);
    return { event: { type: "lead.tagged", before: { tags: known }, after: { tags: words } } };
  });
}
