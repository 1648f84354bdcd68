import { and, eq, inArray, sql } from "drizzle-orm";
import { contactFollowers, contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { requireMembers } from "@/lib/users/require-members";
import { lockContact } from "./internal/select-contacts";

/** Users who are to follow a contact, or to follow it no longer; by id. */
export type FollowContact = { contactId: string; add?: string[]; remove?: string[] };

/**
 * Adds followers to a contact, or takes some from it. Answers all followers it has now, and those that
 * were changed.
 * @throws NotFound; Invalid at `followers` and the place in the list for nobody of the location.
 */
export function followContact(
  context: Context,
  { contactId, add = [], remove = [] }: FollowContact,
): Promise<{ followers: string[]; changed: string[] }> {
  return change(context, async (transaction) => {
    const { followers: before } = await lockContact(transaction, context, contactId);
    await requireMembers(transaction, context, "followers", add);
    const added = [...new Set(add)].filter((id) => !before.includes(id));
    const removed = [...new Set(remove)].filter((id) => before.includes(id));
    const followers = [...before.filter((id) => !removed.includes(id)), ...added];
    const result = { followers, changed: [...added, ...removed] };
    if (result.changed.length === 0) return { result, unchanged: true };
    const { id: locationId } = context.location;
    const isContact = and(eq(contacts.locationId, locationId), eq(contacts.id, contactId));
    if (removed.length > 0)
      await transaction
        .delete(contactFollowers)
        .where(
          and(
            eq(contactFollowers.locationId, locationId),
            eq(contactFollowers.contactId, contactId),
            inArray(contactFollowers.userId, removed),
          ),
        );
    const rows = added.map((userId, place) => ({
      locationId,
      id: newId(),
      contactId,
      userId,
      position: before.length + place,
    }));
    if (rows.length > 0) await transaction.insert(contactFollowers).values(rows);
    await transaction
      .update(contacts)
      .set({ version: sql`${contacts.version} + 1`, updatedAt: context.now })
      .where(isContact);
    const subject = { type: "contact", id: contactId };
    return {
      result,
      events: [{ type: "contact.followed", subject, contactId, before: { followers: before }, after: { followers } }],
    };
  });
}
