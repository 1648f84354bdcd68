import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { attachments, checklistItems, customFields, customValues } from "@/db/schema/activity";
import { duplicateCandidates } from "@/db/schema/contacts";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { change, read } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";
import { assignLead } from "./assign-lead";
import { cloneLead, type CloneLead } from "./clone-lead";
import { convertLead } from "./convert-lead";
import { createLead } from "./create-lead";
import type { Lead } from "./model";

let location: Location;
let context: Context;
let sam: Member;
beforeAll(async () => {
  location = await aLocation();
  context = contextOf(location);
  sam = await aMember(location);
});

const anAddress = () => `${newId().toLowerCase()}@example.com`;

const asked = (lead: Lead, given: Partial<CloneLead> = {}): CloneLead => ({
  lead,
  name: "Copy",
  stage: { key: "prospect" },
  copiesChecklist: false,
  copiesFiles: false,
  ...given,
});

const write = (work: (transaction: Transaction) => Promise<unknown>) =>
  change(context, async (transaction) => {
    await work(transaction);
    return {
      result: undefined,
      events: [{ type: "settings.changed", subject: { type: "location", id: location.id } }],
    };
  });

const full = () =>
  aLead(location, {
    name: "Acme – new website",
    valueMinor: 250_000,
    source: "Website",
    description: "Inbound enquiry.",
    lastContactedOn: "2026-06-15",
    lifecycle: "Interested",
    utmCampaign: "spring",
    archived: true,
    tags: ["priority"],
    contact: {
      firstName: "Jane",
      lastName: "Doe",
      email: anAddress(),
      phone: "+14155550199",
      address: "1 Road",
      unsubscribed: true,
    },
  });

describe("cloning a lead", () => {
  test("takes all along but who works on it, the archive and the conversion", async () => {
    const source = await assignLead(context, { lead: await full(), assigned: [sam.number] });
    const clone = await cloneLead(contextOf(location, sam), asked(source));
    expect(clone.id).not.toBe(source.id);
    expect(clone).toMatchObject({
      name: "Copy",
      stage: { key: "prospect" },
      status: "open",
      valueMinor: 250_000,
      category: source.category,
      source: "Website",
      description: "Inbound enquiry.",
      lastContactedOn: "2026-06-15",
      lifecycle: "Interested",
      utmCampaign: "spring",
      archivedAt: null,
      assigned: [],
      ownerReference: "__user",
      createdBy: { id: sam.id },
      contact: source.contact,
    });
    expect((await eventsOf(location, clone)).map(({ type }) => type)).toEqual(["lead.created", "lead.cloned"]);
    expect((await eventsOf(location, clone)).at(-1)?.after).toEqual({
      from: source.id,
      fromName: "Acme – new website",
    });
  });

  test("of a converted lead is a lead again", async () => {
    const source = await full();
    await convertLead(context, {
      lead: source,
      firstName: "J",
      lastName: "D",
      email: anAddress(),
      sendsWelcomeMail: false,
      deletesLead: false,
    });
    expect(await cloneLead(context, asked(source))).toMatchObject({
      convertedAt: null,
      client: null,
      customerName: null,
      lifecycle: "Lead",
      status: "open",
      contact: { id: source.contact.id, type: "customer" },
    });
  });

  test("what is said overrides: another person is a contact of its own, marked where they share a phone", async () => {
    const source = await full();
    const email = anAddress();
    const clone = await cloneLead(
      context,
      asked(source, { valueMinor: 1, contact: { firstName: "Mary", email, phone: undefined } }),
    );
    expect(clone.valueMinor).toBe(1);
    expect(clone.contact).toMatchObject({
      firstName: "Mary",
      lastName: "Doe",
      name: "Mary Doe",
      email,
      phone: "+14155550199",
      address: "1 Road",
      tags: ["priority"],
      unsubscribed: true,
      source: "Website",
    });
    expect(clone.contact.id).not.toBe(source.contact.id);
    const pairs = await read(context, (transaction) => transaction.select().from(duplicateCandidates));
    expect(
      pairs.some(
        (pair) =>
          [pair.contactId, pair.otherContactId].toSorted().join() ===
          [source.contact.id, clone.contact.id].toSorted().join(),
      ),
    ).toBe(true);
  });

  test("what is said again changes nothing, and what was empty is filled in", async () => {
    const source = await full();
    const { firstName, email } = source.contact;
    const same = await cloneLead(context, asked(source, { contact: { firstName, email: email?.toUpperCase() } }));
    expect(same.contact).toEqual(source.contact);
    const learned = await cloneLead(context, asked(source, { contact: { companyName: "Acme Inc" } }));
    expect(learned.contact).toMatchObject({ id: source.contact.id, companyName: "Acme Inc" });
    const nameless = await createLead(context, { name: "No way to reach", contact: { firstName: "Solo" } });
    expect((await cloneLead(context, asked(nameless))).contact).toEqual(nameless.contact);
  });

  test("copies custom values always, checklist and files when told", async () => {
    const source = await full();
    const { id: locationId } = location;
    const customFieldId = newId();
    const of = { locationId, opportunityId: source.id };
    const file = { mediaType: "image/png", sizeBytes: 3, sha256: "abc", storageKey: "uploads/one" };
    await write(async (transaction) => {
      await transaction.insert(customFields).values({
        locationId,
        id: customFieldId,
        recordType: "lead",
        fieldKey: "budget",
        name: "Budget",
        dataType: "number",
      });
      await transaction.insert(customValues).values({ ...of, id: newId(), customFieldId, value: 12 });
      await transaction.insert(checklistItems).values([
        { ...of, id: newId(), text: "Call", position: 0, completedAt: new Date() },
        { ...of, id: newId(), text: "Offer", position: 1 },
      ]);
      await transaction.insert(attachments).values([
        { ...of, id: newId(), fileName: "logo.png", ...file },
        { ...of, id: newId(), fileName: "gone.png", ...file, deletedAt: new Date() },
      ]);
    });
    const ofLead = async (lead: Lead) => ({
      values: await read(context, (transaction) =>
        transaction
          .select({ value: customValues.value })
          .from(customValues)
          .where(eq(customValues.opportunityId, lead.id)),
      ),
      checklist: await read(context, (transaction) =>
        transaction
          .select({ text: checklistItems.text, completedAt: checklistItems.completedAt })
          .from(checklistItems)
          .where(eq(checklistItems.opportunityId, lead.id))
          .orderBy(asc(checklistItems.position)),
      ),
      files: await read(context, (transaction) =>
        transaction
          .select({ fileName: attachments.fileName, storageKey: attachments.storageKey })
          .from(attachments)
          .where(eq(attachments.opportunityId, lead.id)),
      ),
    });
    expect(await ofLead(await cloneLead(context, asked(source)))).toEqual({
      values: [{ value: 12 }],
      checklist: [],
      files: [],
    });
    const whole = await cloneLead(context, asked(source, { copiesChecklist: true, copiesFiles: true }));
    expect(await ofLead(whole)).toEqual({
      values: [{ value: 12 }],
      checklist: [
        { text: "Call", completedAt: null },
        { text: "Offer", completedAt: null },
      ],
      files: [{ fileName: "logo.png", storageKey: "uploads/one" }],
    });
    expect((await eventsOf(location, whole)).map(({ type }) => type)).toEqual([
      "lead.created",
      "lead.cloned",
      "attachment.created",
    ]);
  });

  test("is refused for a lead that is not the caller's to read, and a stage that is not the location's", async () => {
    const foreign = await aLead(await aLocation());
    const lead = await full();
    const rep = contextOf(location, await aMember(location, { role: "rep", visibility: "own" }));
    await expect(cloneLead(context, asked(foreign))).rejects.toMatchObject({ code: "not_found" });
    await expect(cloneLead(rep, asked(lead))).rejects.toMatchObject({ code: "not_found" });
    await expect(cloneLead(context, asked(lead, { stage: { number: foreign.stage.number } }))).rejects.toMatchObject({
      issues: [{ path: ["stage"], rule: "unknown" }],
    });
  });
});
