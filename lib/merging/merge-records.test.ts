import { and, eq, getTableName, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { customFields, notes } from "@/db/schema/activity";
import { contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { createContact } from "@/lib/contacts/create-contact";
import { getContact } from "@/lib/contacts/get-contact";
import { change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { addLeadNote } from "@/lib/leads/add-lead-note";
import { addLeadTask } from "@/lib/leads/add-lead-task";
import { attachLeadFile } from "@/lib/leads/attach-lead-file";
import { createLead } from "@/lib/leads/create-lead";
import { getLead } from "@/lib/leads/get-lead";
import type { Lead } from "@/lib/leads/model";
import { patchLead } from "@/lib/leads/patch-lead";
import { readLeadTimeline } from "@/lib/leads/read-lead-timeline";
import { undoEvents } from "@/lib/undo/undo-events";
import { contactLinks, leadLinks } from "./links";
import { listDuplicates } from "./list-duplicates";
import { mergeRecords } from "./merge-records";

let location: Location;
let admin: Member;
let context: Context;
const field = newId();

beforeAll(async () => {
  location = await aLocation();
  admin = await aMember(location);
  context = contextOf(location, admin);
  await change(context, async (transaction) => {
    const given = { locationId: location.id, recordType: "lead" as const, dataType: "text" as const };
    await transaction.insert(customFields).values({ ...given, id: field, fieldKey: "roof", name: "Roof" });
    return { result: null, events: [{ type: "settings.changed", subject: { type: "location", id: location.id } }] };
  });
});

let lastPhone = 1000;

/** Two leads of two contacts that share an email, each with something of everything. */
async function twins(): Promise<[Lead, Lead]> {
  const phone = `+1 202 555 ${++lastPhone}`;
  const email = `${newId().toLowerCase()}@example.com`;
  const one = await aLead(location, {
    name: "Roof",
    contact: { name: "Ada Lovelace", email, city: "Ely" },
    tags: ["hot"],
  });
  const other = await aLead(location, {
    name: "Battery",
    valueMinor: 700,
    contact: { name: "Augusta King", email, phone },
    tags: ["battery"],
  });
  for (const lead of [one, other]) {
    await addLeadNote(context, { lead, body: `About ${lead.name}` });
    await addLeadTask(context, { lead, title: lead.name, steps: ["One"] });
    await attachLeadFile(context, { lead, file: new File(["x"], `${lead.name}.txt`) });
    await patchLead(context, {
      leadId: lead.id,
      version: 1,
      changes: { custom: { [field]: lead.name } },
      known: { custom: {} },
    });
  }
  return [one, other];
}

const merging = async (given: Parameters<typeof mergeRecords>[1], as: Context = context) => {
  const events: string[] = [];
  await mergeRecords({ ...as, written: events }, given);
  return { events };
};

const rowsOf = (lead: Lead) =>
  read(context, async (transaction) => ({
    contact: await transaction
      .select()
      .from(contacts)
      .where(and(eq(contacts.locationId, location.id), eq(contacts.id, lead.contact.id))),
    leads: await transaction
      .select({ id: opportunities.id, deletedAt: opportunities.deletedAt })
      .from(opportunities)
      .where(eq(opportunities.contactId, lead.contact.id)),
    notes: await transaction.select({ id: notes.id }).from(notes).where(eq(notes.contactId, lead.contact.id)),
  }));

const withoutCounts = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, part: unknown) => (name === "version" || name === "updatedAt" ? undefined : part)),
  );

describe("contacts", () => {
  test("that are one person become one: nothing that belongs to them is lost", async () => {
    const [one, other] = await twins();
    await merging({
      contacts: { survivorId: one.contact.id, otherIds: [other.contact.id], fields: { name: other.contact.id } },
    });
    const { contact, leads, notes: kept } = await rowsOf(one);
    expect(contact[0]).toMatchObject({
      name: "Augusta King",
      city: "Ely",
      phone: other.contact.phone,
      tags: ["hot", "battery"],
    });
    expect(leads).toHaveLength(2);
    expect(kept).toHaveLength(2);
    expect((await getLead(context, other)).contact.id).toBe(one.contact.id);
    expect((await rowsOf(other)).contact[0]).toMatchObject({ mergedIntoId: one.contact.id });
  });

  test("keep the addresses that were not chosen beside the chosen one", async () => {
    const one = await aLead(location, { contact: { email: "one@example.com", phone: "+1 202 555 0101" } });
    const other = await aLead(location, { contact: { email: "other@example.com", phone: "(202) 555-0101" } });
    await merging({
      contacts: { survivorId: one.contact.id, otherIds: [other.contact.id], fields: { email: other.contact.id } },
    });
    expect((await rowsOf(one)).contact[0]).toMatchObject({
      email: "other@example.com",
      emailNormal: "other@example.com",
      additionalEmails: ["one@example.com"],
      additionalPhones: [],
      otherAddresses: ["one@example.com"],
    });
  });

  test("know together what each of them knew, and are left alone where one of them wants to be", async () => {
    const one = await createContact(context, {
      name: "Ada",
      timeZone: "Europe/London",
      channelDisturbance: { Email: { status: "active" }, SMS: { status: "inactive" } },
    });
    const other = await createContact(context, {
      name: "Augusta",
      timeZone: "Europe/Paris",
      dateOfBirth: "1815-12-10",
      source: "fair",
      type: "customer",
      unsubscribed: true,
      doNotDisturb: true,
      channelDisturbance: { Email: { status: "inactive" }, SMS: { status: "permanent" } },
    });
    const { events } = await merging({ contacts: { survivorId: one.id, otherIds: [other.id], fields: {} } });
    expect(await getContact(context, one.id)).toMatchObject({
      name: "Ada",
      timeZone: "Europe/London",
      dateOfBirth: "1815-12-10",
      source: "fair",
      type: "customer",
      unsubscribed: true,
      doNotDisturb: true,
      channelDisturbance: { Email: { status: "active" }, SMS: { status: "permanent" } },
    });
    await undoEvents(context, { events });
    const { version, updatedAt, ...before } = one;
    expect(await getContact(context, one.id)).toMatchObject(before);
  });

  test("are as they were once the merge is undone, and merged again when that is undone", async () => {
    const [one, other] = await twins();
    const before = withoutCounts([await rowsOf(one), await rowsOf(other)]);
    const done = await merging({
      contacts: { survivorId: one.contact.id, otherIds: [other.contact.id], fields: { email: other.contact.id } },
      leads: { survivorId: one.id, otherIds: [other.id], fields: { valueMinor: other.id } },
    });
    const merged = withoutCounts([await rowsOf(one), await rowsOf(other)]);
    const written: string[] = [];
    await undoEvents({ ...context, written }, done);
    expect(withoutCounts([await rowsOf(one), await rowsOf(other)])).toEqual(before);
    await undoEvents(context, { events: written });
    const again = withoutCounts([await rowsOf(one), await rowsOf(other)]);
    expect(JSON.stringify(again).replaceAll(/"deletedAt":"[^"]+"/g, "")).toBe(
      JSON.stringify(merged).replaceAll(/"deletedAt":"[^"]+"/g, ""),
    );
  });

  test("that changed since are not taken apart", async () => {
    const [one, other] = await twins();
    const done = await merging({
      contacts: { survivorId: one.contact.id, otherIds: [other.contact.id], fields: { name: other.contact.id } },
    });
    const changes = { contact: { name: "Ada King" } };
    await patchLead(context, { leadId: one.id, version: 1, changes, known: { contact: { name: "Augusta King" } } });
    await expect(undoEvents(context, done)).rejects.toMatchObject({ rule: "changed_since" });
  });
});

describe("leads", () => {
  test("that are one deal become one, with one timeline", async () => {
    const [one, other] = await twins();
    await merging({
      contacts: { survivorId: one.contact.id, otherIds: [other.contact.id], fields: {} },
      leads: { survivorId: one.id, otherIds: [other.id], fields: { name: other.id } },
    });
    expect(await getLead(context, one)).toMatchObject({ name: "Battery", valueMinor: 700 });
    await expect(getLead(context, other)).rejects.toMatchObject({ code: "not_found" });
    const { entries } = await readLeadTimeline(context, { leadId: one.id, limit: 100 });
    expect(entries.flatMap(({ note }) => note?.body ?? []).toSorted()).toEqual(["About Battery", "About Roof"]);
    expect(entries.map(({ type }) => type)).toEqual(expect.arrayContaining(["contact.merged", "lead.merged"]));
  });
});

describe("who may", () => {
  test("know together what programs said of them, and who owns them by one name", async () => {
    const one = await aLead(location, { utmSource: "newsletter" });
    const owner = { id: admin.id };
    const contactId = one.contact.id;
    const other = await createLead(context, { contactId, owner, utmSource: "fair", leadType: "Client" });
    await merging({ leads: { survivorId: one.id, otherIds: [other.id], fields: {} } });
    expect(await getLead(context, { id: one.id })).toMatchObject({
      ownerId: admin.id,
      ownerReference: admin.username,
      utmSource: "newsletter",
      leadType: "Client",
    });
  });

  test("nobody merges contacts they can not read, or who have leads of others", async () => {
    const [one, other] = await twins();
    const choice = { contacts: { survivorId: one.contact.id, otherIds: [other.contact.id], fields: {} } };
    const rep = contextOf(location, await aMember(location, { role: "rep", visibility: "own", username: "own-rep" }));
    await expect(merging(choice, rep)).rejects.toMatchObject({ code: "not_found" });
    await expect(merging(choice, contextOf(await aLocation()))).rejects.toMatchObject({ code: "not_found" });
  });

  test("a record is not merged with itself", async () => {
    const { contact } = await aLead(location);
    const choice = { contacts: { survivorId: contact.id, otherIds: [contact.id], fields: {} } };
    await expect(merging(choice)).rejects.toMatchObject({ code: "invalid" });
  });
});

test("a pair is in the queue until it is merged", async () => {
  const [one, other] = await twins();
  const pairsOf = async () => (await listDuplicates(context, { contactId: one.contact.id, limit: 10 })).pairs;
  expect(await pairsOf()).toMatchObject([
    { reason: "email", contacts: [{ leads: [{ name: "Roof" }] }, { leads: [{ name: "Battery" }] }] },
  ]);
  await merging({ contacts: { survivorId: one.contact.id, otherIds: [other.contact.id], fields: {} } });
  expect(await pairsOf()).toEqual([]);
});

/** What belongs to a record but stays with the one it was of: history, and what is counted from it. */
const staying = ["events", "duplicate_candidates", "stage_visits"];

test.each([
  ["contacts", contactLinks, "contact_id"],
  ["opportunities", leadLinks, "opportunity_id"],
] as const)("every table that points to %s is handed over", async (target, links, column) => {
  const found = await read(context, (transaction) =>
    transaction.execute(sql`
      select distinct c.conrelid::regclass::text as name from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname = ${column}
      where c.contype = 'f' and c.confrelid = ${target}::regclass`),
  );
  const handed = new Set(links.map(({ table }) => getTableName(table)));
  const missing = found.rows
    .map(({ name }) => String(name))
    .filter((name) => !handed.has(name) && !staying.includes(name));
  expect(missing).toEqual([]);
});
