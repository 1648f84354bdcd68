import { normalEmail } from "@/lib/kit/email";
import type { Ledger, SeededLead } from "./lead-rows";
import { addDays, atWork } from "./local-time";
import { pastId } from "./past-id";
import type { Setting } from "./setting";

/**
 * Converts some of the leads that were won, not too lately, to clients: business, portal login, and
 * the lead's quotes moved over.
 */
export function convertLeads(setting: Setting, { rows, happened }: Ledger, leads: SeededLead[], count: number): void {
  const { random, now, companyId, locationId, profile } = setting;
  const contacts = new Map(rows.contacts.map((contact) => [contact.id, contact]));
  const settled = addDays(now, -6);
  const won = leads.filter(
    ({ story }) => story.status === "won" && !story.known && (story.moves.at(-1)?.at ?? now) < settled,
  );
  for (const { story, row, about } of random.shuffled(won).slice(0, count)) {
    const contact = contacts.get(about.contactId);
    const { owner } = story;
    if (!contact || !owner) continue;
    const at = atWork(random, story.moves.at(-1)?.at ?? story.createdAt, profile.timeZone);
    const changed = { createdAt: at, updatedAt: at };
    const name = `${story.contact.person.firstName} ${story.contact.person.lastName}`;
    const email = story.contact.email;
    const businessId = contact.businessId ?? pastId(at);
    if (!contact.businessId)
      rows.businesses.push({
        locationId,
        id: businessId,
        name,
        email,
        phone: story.contact.phone,
        ...story.contact.place,
        ...changed,
      });
    const userId = pastId(at);
    rows.users.push({
      id: userId,
      companyId,
      username: email,
      name,
      email,
      emailNormal: normalEmail(email) ?? "",
      kind: "client",
      ...changed,
    });
    const clientId = pastId(at);
    rows.clients.push({
      locationId,
      id: clientId,
      companyId,
      contactId: about.contactId,
      businessId,
      portalUserId: userId,
      invoiceDueDays: random.pick([14, 30]),
      ...changed,
    });
    Object.assign(contact, { type: "customer", businessId, updatedAt: at });
    Object.assign(row, {
      clientId,
      convertedAt: at,
      lifecycle: "Converted",
      customerName: story.contact.firm?.name ?? name,
      updatedAt: at,
    });
    const actor = setting.user(owner);
    happened.push({
      at,
      actor,
      type: "client.created",
      subject: { type: "client", id: clientId },
      ...about,
      after: { businessId, email },
    });
    happened.push({
      at,
      actor,
      type: "lead.converted",
      subject: { type: "lead", id: about.opportunityId },
      ...about,
      after: { clientId },
    });
    for (const quote of rows.quotes.filter(({ opportunityId }) => opportunityId === about.opportunityId)) {
      Object.assign(quote, { clientId, businessId, updatedAt: at });
      happened.push({
        at,
        actor,
        type: "quote.moved",
        subject: { type: "quote", id: quote.id },
        ...about,
        after: { clientId },
      });
    }
  }
}
