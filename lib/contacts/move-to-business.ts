import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { businesses, contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { NewEvent } from "@/lib/events/catalogue";
import { readableContacts } from "./internal/readable";

/** Contacts that are to belong to a business; to none when that is null. */
export type MoveToBusiness = { contactIds: string[]; businessId: string | null };

/**
 * Puts contacts into a business, or takes them out of theirs: all of them, or none. Answers their ids.
 * @throws Invalid for a business or a contact that the location does not have, at its place in the list.
 */
export function moveToBusiness(context: Context, { contactIds, businessId }: MoveToBusiness): Promise<string[]> {
  const ids = [...new Set(contactIds)];
  return change(context, async (transaction) => {
    const known = await transaction
      .select({ id: contacts.id, businessId: contacts.businessId })
      .from(contacts)
      .where(and(readableContacts(context), inArray(contacts.id, ids)))
      .orderBy(contacts.id)
      .for("update");
    const found = new Set(known.map(({ id }) => id));
    const issues = contactIds.flatMap((id, place) =>
      found.has(id) ? [] : [{ path: ["contactIds", place], rule: "unknown", message: "There is no such contact." }],
    );
    if (issues.length > 0) throw new Invalid(issues);
    if (businessId !== null) {
      const [business] = await transaction
        .select({ id: businesses.id })
        .from(businesses)
        .where(
          and(
            eq(businesses.locationId, context.location.id),
            eq(businesses.id, businessId),
            isNull(businesses.deletedAt),
          ),
        );
      if (!business) throw Invalid.field("businessId", "unknown", "There is no such business in the location.");
    }
    const moved = known.filter((contact) => contact.businessId !== businessId);
    const [first, ...rest] = moved.map(({ id, businessId: before }): NewEvent => ({
      type: "contact.moved",
      subject: { type: "contact", id },
      contactId: id,
      before: { businessId: before },
      after: { businessId },
    }));
    if (!first) return { result: ids, unchanged: true };
    await transaction
      .update(contacts)
      .set({ businessId, version: sql`${contacts.version} + 1`, updatedAt: context.now })
      .where(
        and(
          eq(contacts.locationId, context.location.id),
          inArray(
            contacts.id,
            moved.map(({ id }) => id),
          ),
        ),
      );
    return { result: ids, events: [first, ...rest] };
  });
}
