import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { NewEvent } from "@/lib/events/catalogue";
import { deletedLeads } from "./internal/readable";

/**
 * Brings back a lead that was deleted, with its contact where that went with it.
 * @throws NotFound for one that is not in the bin, or that the caller could not read before.
 */
export function restoreLead(context: Context, { leadId: id }: { leadId: string }): Promise<void> {
  return change(context, async (transaction) => {
    const isIt = and(deletedLeads(context), isNull(opportunities.mergedIntoId), eq(opportunities.id, id));
    const [lead] = await transaction
      .select({ name: opportunities.name, contactId: opportunities.contactId })
      .from(opportunities)
      .where(isIt)
      .for("update");
    if (!lead) throw new NotFound("lead");
    const { name, contactId } = lead;
    await transaction
      .update(opportunities)
      .set({ deletedAt: null, version: sql`${opportunities.version} + 1`, updatedAt: context.now })
      .where(isIt);
    const people = await transaction
      .update(contacts)
      .set({ deletedAt: null, version: sql`${contacts.version} + 1`, updatedAt: context.now })
      .where(
        and(eq(contacts.locationId, context.location.id), eq(contacts.id, contactId), isNotNull(contacts.deletedAt)),
      )
      .returning({ id: contacts.id });
    const about = { contactId, opportunityId: id };
    const restored: NewEvent = { type: "lead.restored", subject: { type: "lead", id }, ...about, after: { name } };
    const withPerson = people.map((person): NewEvent => ({
      type: "contact.restored",
      subject: { type: "contact", id: person.id },
      ...about,
    }));
    return { result: undefined, events: [restored, ...withPerson] };
  });
}
