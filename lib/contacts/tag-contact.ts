import { and, eq, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { addTags } from "@/lib/tags/add-tags";
import { lowerTags, tagLimits } from "@/lib/tags/model";
import { lockContact } from "./internal/select-contacts";

/** Tags that are added to a contact, or taken from it. */
export type TagContact = { contactId: string; add?: string[]; remove?: string[]; removesAll?: boolean };
/** All tags that a contact has now, those it had, and those that were changed. */
export type Tagged = { tags: string[]; before: string[]; changed: string[] };

/**
 * Adds tags to a contact, or takes some from it, whatever their case; new words join the location's
 * list.
 * @throws NotFound; Invalid for more tags than a contact carries.
 */
export function tagContact(
  context: Context,
  { contactId, add = [], remove = [], removesAll = false }: TagContact,
): Promise<Tagged> {
  return change(context, async (transaction) => {
    const { tags: before } = await lockContact(transaction, context, contactId);
    const known = new Set(before.map((tag) => tag.toLowerCase()));
    const added = lowerTags(add).filter((tag) => !known.has(tag));
    const removed = new Set(lowerTags(removesAll ? before : remove).filter((tag) => known.has(tag)));
    const tags = [...before.filter((tag) => !removed.has(tag.toLowerCase())), ...added];
    const result = { tags, before, changed: [...added, ...removed] };
    if (result.changed.length === 0) return { result, unchanged: true };
    if (tags.length > tagLimits.perRecord)
      throw Invalid.field("tags", "too_many", `must name at most ${tagLimits.perRecord} tags of one contact`);
    await Promise.all([
      transaction
        .update(contacts)
        .set({ tags, version: sql`${contacts.version} + 1`, updatedAt: context.now })
        .where(and(eq(contacts.locationId, context.location.id), eq(contacts.id, contactId))),
      addTags(transaction, context, added),
    ]);
    const subject = { type: "contact", id: contactId };
    return {
      result,
      events: [{ type: "contact.tagged", subject, contactId, before: { tags: before }, after: { tags } }],
    };
  });
}
