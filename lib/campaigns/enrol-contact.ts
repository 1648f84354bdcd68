import { and, eq } from "drizzle-orm";
import { campaignContacts, campaigns } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { requireContact } from "@/lib/contacts/get-contact";
import { change } from "@/lib/data/doors";
import type { NewEvent } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";

type InCampaign = { contactId: string; campaignId: string };

/** Puts a contact into a campaign; one that is in it stays so. @throws NotFound for either. */
export function addToCampaign(context: Context, { contactId, campaignId }: InCampaign): Promise<void> {
  return change(context, async (transaction) => {
    await requireContact(transaction, context, contactId);
    const { id: locationId } = context.location;
    const added = await transaction
      .insert(campaignContacts)
      .values({ locationId, id: newId(), contactId, campaignId })
      .onConflictDoNothing()
      .returning({ id: campaignContacts.id });
    if (added.length === 0) return { result: undefined, unchanged: true };
    return { result: undefined, events: [enrolment("contact.enrolled", contactId, campaignId)] };
  });
}

/** Takes a contact out of a campaign. @throws NotFound for either; for a contact that is not in it too. */
export function removeFromCampaign(context: Context, { contactId, campaignId }: InCampaign): Promise<void> {
  return change(context, async (transaction) => {
    await requireContact(transaction, context, contactId);
    const { id: locationId } = context.location;
    const [campaign] = await transaction
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(and(eq(campaigns.locationId, locationId), eq(campaigns.id, campaignId)));
    if (!campaign) throw new NotFound("campaign");
    const removed = await transaction
      .delete(campaignContacts)
      .where(
        and(
          eq(campaignContacts.locationId, locationId),
          eq(campaignContacts.contactId, contactId),
          eq(campaignContacts.campaignId, campaignId),
        ),
      )
      .returning({ id: campaignContacts.id });
    if (removed.length === 0) return { result: undefined, unchanged: true };
    return { result: undefined, events: [enrolment("contact.unenrolled", contactId, campaignId)] };
  });
}

/** Takes a contact out of every campaign. @throws NotFound for the contact. */
export function removeFromEveryCampaign(context: Context, contactId: string): Promise<void> {
  return change(context, async (transaction) => {
    await requireContact(transaction, context, contactId);
    const removed = await transaction
      .delete(campaignContacts)
      .where(and(eq(campaignContacts.locationId, context.location.id), eq(campaignContacts.contactId, contactId)))
      .returning({ campaignId: campaignContacts.campaignId });
    const [first, ...rest] = removed.map(({ campaignId }) => enrolment("contact.unenrolled", contactId, campaignId));
    return first ? { result: undefined, events: [first, ...rest] } : { result: undefined, unchanged: true };
  });
}

const enrolment = (
  type: "contact.enrolled" | "contact.unenrolled",
  contactId: string,
  campaignId: string,
): NewEvent => ({ type, subject: { type: "contact", id: contactId }, contactId, after: { campaignId } });
