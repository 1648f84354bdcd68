import { and, eq, isNull, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { NewEvent } from "@/lib/events/catalogue";
import { readableContacts } from "./internal/readable";

/** Deletes a contact with its leads. Both can be restored for 30 days. @throws NotFound. */
export function deleteContact(context: Context, contactId: string): Promise<void> {
  return change(context, async (transaction) => {
    const deletion = { deletedAt: context.now, updatedAt: context.now };
    const [deleted] = await transaction
      .update(contacts)
      .set({ ...deletion, version: sql`${contacts.version} + 1` })
      .where(and(readableContacts(context), eq(contacts.id, contactId)))
      .returning({ name: contacts.name });
    if (!deleted) throw new NotFound("contact");
    const leads = await transaction
      .update(opportunities)
      .set({ ...deletion, version: sql`${opportunities.version} + 1` })
      .where(
        and(
          eq(opportunities.locationId, context.location.id),
          eq(opportunities.contactId, contactId),
          isNull(opportunities.deletedAt),
        ),
      )
      .returning({ id: opportunities.id, name: opportunities.name });
    const gone: NewEvent = {
      type: "contact.deleted",
      subject: { type: "contact", id: contactId },
      contactId,
      before: { name: deleted.name },
    };
    const leadsGone = leads.map(({ id, name }): NewEvent => ({
      type: "lead.deleted",
      subject: { type: "lead", id },
      contactId,
      opportunityId: id,
      before: { name },
    }));
    return { result: undefined, events: [gone, ...leadsGone] };
  });
}
