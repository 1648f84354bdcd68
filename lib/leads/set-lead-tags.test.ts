import { asc } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { tags as tagsTable } from "@/db/schema/contacts";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, contextOf } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { setLeadTags } from "./set-lead-tags";

let location: Location;
let context: Context;
beforeAll(async () => {
  location = await aLocation();
  context = contextOf(location);
});

const listed = async () =>
  (await read(context, (transaction) => transaction.select().from(tagsTable).orderBy(asc(tagsTable.id)))).map(
    ({ name }) => name,
  );

test("replaces the set, keeps the words as they are given, and adds new ones to the location's list", async () => {
  const lead = await aLead(location);
  const first = await setLeadTags(context, { lead, tags: ["Priority", "priority", " ", "Straße", "PRIORITY", "2026"] });
  expect(first.contact.tags).toEqual(["Priority", "Straße", "2026"]);
  const second = await setLeadTags(context, { lead, tags: ["priority", "new"] });
  expect(second.contact.tags).toEqual(["priority", "new"]);
  expect(await listed()).toEqual(["Priority", "Straße", "2026", "new"]);
  expect((await eventsOf(location, lead)).at(-1)).toMatchObject({
    type: "lead.tagged",
    before: { tags: ["Priority", "Straße", "2026"] },
    after: { tags: ["priority", "new"] },
  });
});

test("an empty set clears, and the same set says nothing", async () => {
  const lead = await setLeadTags(context, { lead: await aLead(location), tags: ["warm"] });
  expect(await setLeadTags(context, { lead, tags: ["warm"] })).toEqual(lead);
  expect((await setLeadTags(context, { lead, tags: [] })).contact.tags).toEqual([]);
  expect((await eventsOf(location, lead)).map(({ type }) => type)).toEqual([
    "lead.created",
    "lead.tagged",
    "lead.tagged",
  ]);
});

test("a lead of another location is none", async () => {
  const elsewhere = await aLead(await aLocation());
  await expect(setLeadTags(context, { lead: { number: elsewhere.number }, tags: ["x"] })).rejects.toMatchObject({
    code: "not_found",
  });
});
