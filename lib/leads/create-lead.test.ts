import { and, eq, or } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { contacts, duplicateCandidates } from "@/db/schema/contacts";
import { eventsOf, eventsOfContact } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { meanwhile } from "@/db/testing/meanwhile";
import type { Context, Location } from "@/lib/access/context";
import { deleteContact } from "@/lib/contacts/delete-contact";
import { getContact } from "@/lib/contacts/get-contact";
import { updateContact } from "@/lib/contacts/update-contact";
import { change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { createLead } from "./create-lead";
import type { LeadChanges } from "./model";

let location: Location;
let context: Context;
let rep: Member;

beforeAll(async () => {
  location = await aLocation({ country: "DE" });
  context = contextOf(location);
  rep = await aMember(location, { role: "rep", name: "Rita Rep", username: "rita" });
});

const anAddress = () => `${newId().toLowerCase()}@example.com`;
const typesOf = (events: { type: string }[]) => events.map(({ type }) => type);

/** The contacts that were marked as perhaps the same as this one. */
const suspectsOf = (contactId: string) =>
  read(context, async (transaction) => {
    const pairs = await transaction
      .select()
      .from(duplicateCandidates)
      .where(or(eq(duplicateCandidates.contactId, contactId), eq(duplicateCandidates.otherContactId, contactId)));
    return pairs.map((pair) => ({
      id: pair.contactId === contactId ? pair.otherContactId : pair.contactId,
      reason: pair.reason,
    }));
  });

describe("a new lead", () => {
  test("starts in the first stage of the default pipeline, with the defaults", async () => {
    const lead = await createLead(context, {});
    expect(lead).toMatchObject({
      name: "New lead",
      status: "open",
      stage: { key: "contact" },
      category: { name: "General" },
      currency: location.currency,
      valueMinor: null,
      assigned: [],
      createdBy: null,
      archivedAt: null,
      lifecycle: "Lead",
      ownerReference: "__user",
    });
    expect(lead.slug).toBe(`new-lead-${lead.id.slice(-8).toLowerCase()}`);
  });

  test.each<[LeadChanges, string]>([
    [{ name: " A deal " }, " A deal "],
    [{ name: "  ", contact: { name: "Ada" } }, "Ada"],
    [{ contact: { firstName: "Ada", lastName: "Lovelace", companyName: "Engines" } }, "Ada Lovelace"],
    [{ contact: { companyName: "Engines", email: "a@example.com" } }, "Engines"],
    [{ contact: { email: "only@example.com" } }, "only@example.com"],
    [{ contact: { phone: "030 901899" } }, "030 901899"],
  ])("%j is called %s", async (input, name) => {
    expect((await createLead(context, input)).name).toBe(name);
  });

  test("is its maker's, who is told apart from its owner", async () => {
    const lead = await createLead(contextOf(location, rep), { owner: { username: "RITA" } });
    expect(lead.createdBy).toMatchObject({ id: rep.id, username: "rita" });
    expect(lead.assigned).toEqual([{ id: rep.id, number: rep.number, name: "Rita Rep", username: "rita" }]);
    expect(lead.ownerReference).toBe("rita");
  });

  test("writes what happened: the person, the lead, its note, by whom", async () => {
    const email = anAddress();
    const lead = await createLead(contextOf(location, rep), { contact: { email }, source: "fair", note: "Call back." });
    const events = await eventsOf(location, lead);
    expect(typesOf(events)).toEqual(["lead.created", "note.created"]);
    expect(events[0]).toMatchObject({ actor: "Rita Rep", after: { name: email, stage: "contact", source: "fair" } });
    expect(typesOf(await eventsOfContact(location, lead.contact))).toEqual([
      "lead.created",
      "contact.created",
      "note.created",
    ]);
  });

  test("is refused whole when one reference names nothing", async () => {
    const email = anAddress();
    const refused = createLead(context, {
      stage: { key: "nowhere" },
      category: { number: 999_999_999 },
      owner: { username: "nobody" },
      contact: { email },
    });
    await expect(refused).rejects.toMatchObject({
      code: "invalid",
      issues: [{ path: ["stage"] }, { path: ["category"] }, { path: ["owner"] }],
    });
    const left = await read(context, (transaction) =>
      transaction.select({ id: contacts.id }).from(contacts).where(eq(contacts.emailNormal, email)),
    );
    expect(left).toEqual([]);
  });

  test("does not take a stage, category or owner of another location", async () => {
    const elsewhere = await aLocation();
    const stranger = await aMember(elsewhere, { username: `stranger-${newId()}` });
    const theirs = await aLead(elsewhere);
    await expect(
      createLead(context, {
        stage: { number: theirs.stage.number },
        category: { number: theirs.category.number },
        owner: { username: stranger.username },
      }),
    ).rejects.toMatchObject({ code: "invalid" });
    expect((await createLead(context, { ownerReference: stranger.username })).assigned).toEqual([]);
  });
});

describe("a person who is known", () => {
  test("by email gets the lead, and what was empty is filled in", async () => {
    const email = anAddress();
    const first = await createLead(context, { contact: { name: "Ada Lovelace", email }, tags: ["fair"] });
    const second = await createLead(context, {
      contact: { name: "ada lovelace", email: email.toUpperCase(), city: "London", unsubscribed: true },
      source: "website",
      tags: ["fair", "newsletter"],
    });
    expect(second.contact).toEqual({
      ...first.contact,
      city: "London",
      unsubscribed: true,
      source: "website",
      tags: ["fair", "newsletter"],
    });
    expect(await suspectsOf(first.contact.id)).toEqual([]);
    const filled = (await eventsOfContact(location, first.contact)).at(-1);
    expect(filled).toMatchObject({ type: "contact.updated", after: { city: "London", unsubscribed: true } });
  });

  test("keeps a name that was said, whatever parts of it are new", async () => {
    const email = anAddress();
    await createLead(context, { contact: { email, name: "Cher" } });
    const lead = await createLead(context, { contact: { email, name: "Cher", lastName: "Sarkisian" } });
    expect(lead.contact).toMatchObject({ name: "Cher", firstName: "Cher", lastName: "Sarkisian" });
  });

  test("by phone alone, in whatever form", async () => {
    const first = await createLead(context, { contact: { firstName: "Konrad", phone: "030 1234560" } });
    const second = await createLead(context, {
      contact: { firstName: "Konrad", phone: "+49 (30) 123 45 60", email: anAddress() },
    });
    expect(second.contact.id).toBe(first.contact.id);
    expect(second.contact.phone).toBe("030 1234560");
  });

  test("by email rather than by phone, when both name somebody", async () => {
    const [email, phone] = [anAddress(), "030 1234561"];
    await createLead(context, { contact: { phone } });
    const byEmail = await createLead(context, { contact: { email } });
    expect((await createLead(context, { contact: { email, phone } })).contact.id).toBe(byEmail.contact.id);
  });

  test("of whom something else is said is not overwritten: both are marked", async () => {
    const email = anAddress();
    const known = await createLead(context, { contact: { name: "Ada Lovelace", email } });
    const other = await createLead(context, { contact: { name: "Augusta King", email } });
    expect(other.contact.id).not.toBe(known.contact.id);
    expect(other.contact).toMatchObject({ name: "Augusta King", email });
    expect(await suspectsOf(known.contact.id)).toEqual([{ id: other.contact.id, reason: "email" }]);
    expect(typesOf(await eventsOfContact(location, other.contact))).toContain("duplicate.suspected");
    // A third that fits the second is the second's.
    const third = await createLead(context, { contact: { name: "Augusta King", email } });
    expect(third.contact.id).toBe(other.contact.id);
  });

  test("is one person to programs that race", async () => {
    const contact = { name: "Ada Lovelace", email: anAddress() };
    const leads = await Promise.all(Array.from({ length: 6 }, () => createLead(context, { contact })));
    expect(new Set(leads.map((lead) => lead.contact.id)).size).toBe(1);
  });

  test("who is being deleted is nobody any more", async () => {
    const contact = { name: "Ada Lovelace", email: anAddress() };
    const known = await createLead(context, { contact });
    const made = await meanwhile(
      context,
      (inside) => deleteContact(inside, known.contact.id),
      () => createLead(context, { contact }),
    );
    expect(made.contact.id).not.toBe(known.contact.id);
    const named = meanwhile(
      context,
      (inside) => deleteContact(inside, made.contact.id),
      () => createLead(context, { contactId: made.contact.id }),
    );
    await expect(named).rejects.toMatchObject({ issues: [{ path: ["contactId"], rule: "unknown" }] });
  });

  test("learns nothing in place of what somebody else is saying at the same time", async () => {
    const email = anAddress();
    const { contact } = await createLead(context, { contact: { email } });
    const made = await meanwhile(
      context,
      (inside) => updateContact(inside, { contactId: contact.id, changes: { phone: "030 1234562" } }),
      () => createLead(context, { contact: { email, phone: "030 1234563" } }),
    );
    expect(made.contact.id).not.toBe(contact.id);
    expect((await getContact(context, contact.id)).phone).toBe("030 1234562");
  });

  test("in another location is nobody here", async () => {
    const email = anAddress();
    const theirs = await aLead(await aLocation(), { contact: { email } });
    const ours = await createLead(context, { contact: { email } });
    expect(ours.contact.id).not.toBe(theirs.contact.id);
    expect(await suspectsOf(ours.contact.id)).toEqual([]);
  });

  test("and was deleted is nobody", async () => {
    const email = anAddress();
    const { contact } = await createLead(context, { contact: { email } });
    await change(context, async (transaction) => {
      const mine = and(eq(contacts.locationId, location.id), eq(contacts.id, contact.id));
      await transaction.update(contacts).set({ deletedAt: context.now }).where(mine);
      return { result: null, events: [{ type: "contact.deleted", subject: { type: "contact", id: contact.id } }] };
    });
    expect((await createLead(context, { contact: { email } })).contact.id).not.toBe(contact.id);
  });
});
