import { beforeAll, describe, expect, test } from "vitest";
import { customFields } from "@/db/schema/activity";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { customValuesOf } from "@/lib/custom-fields/set-custom-values";
import { change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { getLead } from "./get-lead";
import { type LeadFields, patchLead } from "./patch-lead";

let location: Location;
let ada: Member;
let grace: Member;
const [budget, colour] = [newId(), newId()];

beforeAll(async () => {
  location = await aLocation();
  ada = await aMember(location, { name: "Ada" });
  grace = await aMember(location, { name: "Grace" });
  await change(contextOf(location), async (transaction) => {
    const field = { locationId: location.id, recordType: "lead" as const };
    await transaction.insert(customFields).values([
      { ...field, id: budget, fieldKey: "budget", name: "Budget", dataType: "number", required: true },
      { ...field, id: colour, fieldKey: "colour", name: "Colour", dataType: "option", options: ["red", "blue"] },
    ]);
    return { result: null, events: [{ type: "settings.changed", subject: { type: "location", id: location.id } }] };
  });
});

const patch = (actor: Member, lead: { id: string; version: number }, changes: LeadFields, known?: LeadFields) =>
  patchLead(contextOf(location, actor), { leadId: lead.id, version: lead.version, changes, known });

describe("two people at once", () => {
  test("who change different fields both get what they want", async () => {
    const lead = await aLead(location, { name: "Roof", source: "fair" });
    await patch(ada, lead, { source: "web", contact: { city: "Ely" } }, { source: "fair", contact: { city: null } });
    const changed = await patch(
      grace,
      lead,
      { name: "Big roof", contact: { jobTitle: "Baker" } },
      {
        name: "Roof",
        contact: { jobTitle: null },
      },
    );
    expect(changed).toMatchObject({ name: "Big roof", source: "web", contact: { city: "Ely", jobTitle: "Baker" } });
  });

  test("who change one field are told both values, by whom, and nothing is written", async () => {
    const lead = await aLead(location, { name: "Roof", valueMinor: 100 });
    await patch(ada, lead, { valueMinor: 200 }, { valueMinor: 100 });
    const before = await getLead(contextOf(location), lead);
    const late = patch(grace, lead, { valueMinor: 300, source: "web" }, { valueMinor: 100, source: null });
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      clashes: [{ field: "valueMinor", wanted: 300, present: 200, by: "Ada" }],
    });
    expect(await getLead(contextOf(location), lead)).toEqual(before);
    // Having seen the other value, they may insist.
    expect(await patch(grace, lead, { valueMinor: 300 }, { valueMinor: 200 })).toMatchObject({ valueMinor: 300 });
  });

  test("who want the same do not clash", async () => {
    const lead = await aLead(location);
    await patch(ada, lead, { contact: { city: "Ely" } }, { contact: { city: null } });
    const again = await patch(grace, lead, { contact: { city: "Ely" } }, { contact: { city: null } });
    expect(again.contact.city).toBe("Ely");
  });

  test("clash over tags, people and custom values too", async () => {
    const lead = await aLead(location);
    await patch(ada, lead, { tags: ["hot"], assignedIds: [ada.id], custom: { [colour]: "red", [budget]: 5 } });
    const known = { tags: [], assignedIds: [], custom: { [colour]: null } };
    const late = patch(grace, lead, { tags: ["cold"], assignedIds: [grace.id], custom: { [colour]: "blue" } }, known);
    await expect(late).rejects.toMatchObject({
      clashes: [
        { field: "tags", wanted: ["cold"], present: ["hot"], by: "Ada" },
        { field: "assignedIds", present: [ada.id], by: "Ada" },
        { field: `custom:${colour}`, wanted: "blue", present: "red", by: "Ada" },
      ],
    });
  });

  test("without a word about what was known, an old version clashes where fields differ", async () => {
    const lead = await aLead(location, { source: "fair" });
    await patch(ada, lead, { source: "web" });
    await expect(patch(grace, lead, { source: "call" })).rejects.toMatchObject({ rule: "changed_since" });
  });
});

describe("custom values", () => {
  const valuesOf = (leadId: string) =>
    read(contextOf(location), (transaction) =>
      customValuesOf(transaction, contextOf(location), { opportunityId: leadId }),
    );

  test("are set one by one, and the rest stays", async () => {
    const lead = await aLead(location);
    await patch(ada, lead, { custom: { [budget]: "12" } });
    await patch(ada, lead, { custom: { [colour]: "red" } });
    expect(await valuesOf(lead.id)).toEqual({ [budget]: 12, [colour]: "red" });
    await patch(ada, lead, { custom: { [colour]: null } });
    expect(await valuesOf(lead.id)).toEqual({ [budget]: 12 });
    expect((await eventsOf(location, lead)).at(-1)).toMatchObject({
      type: "lead.updated",
      before: { [`custom:${colour}`]: "red" },
      after: { [`custom:${colour}`]: null },
    });
  });

  test("that do not fit, are required, or are nobody's, are refused by their field", async () => {
    const lead = await aLead(location);
    const wrong: [Record<string, unknown>, string][] = [
      [{ [budget]: "much" }, budget],
      [{ [budget]: null }, budget],
      [{ [colour]: "green" }, colour],
      [{ ["0".repeat(20)]: "x" }, "0".repeat(20)],
    ];
    for (const [custom, id] of wrong)
      await expect(patch(ada, lead, { custom })).rejects.toMatchObject({ issues: [{ path: ["custom", id] }] });
  });
});

test("a stage, a category or a user of another location is nobody's", async () => {
  const lead = await aLead(location);
  const elsewhere = await aLocation();
  const other = await aLead(elsewhere, {}, await aMember(elsewhere));
  for (const changes of [
    { stageId: other.stage.id },
    { categoryId: other.category.id },
    { assignedIds: [other.createdBy?.id ?? ""] },
  ])
    await expect(patch(ada, lead, changes)).rejects.toMatchObject({ code: "invalid" });
});
