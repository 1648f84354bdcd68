import { beforeAll, describe, expect, test } from "vitest";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { assignLead } from "./assign-lead";
import { getLead } from "./get-lead";
import { listLeads } from "./list-leads";

let location: Location;
let context: Context;
let [sam, kim, lee]: Member[] = [];

beforeAll(async () => {
  location = await aLocation();
  context = contextOf(location);
  [sam, kim, lee] = [
    await aMember(location, { name: "Sam" }),
    await aMember(location, { name: "Kim", role: "rep" }),
    await aMember(location, { name: "Lee", role: "rep" }),
  ];
});

const numbers = (...members: (Member | undefined)[]) => members.map((member) => member?.number ?? 0);
const names = (lead: { assigned: { name: string }[] }) => lead.assigned.map(({ name }) => name);

describe("assigning a lead", () => {
  test("replaces all who were assigned: the first owns it, the rest follow in their order", async () => {
    const lead = await aLead(location);
    expect(names(await assignLead(context, { lead, assigned: numbers(lee, sam, kim) }))).toEqual(["Lee", "Sam", "Kim"]);
    const again = await assignLead(context, { lead, assigned: numbers(kim, lee) });
    expect(names(again)).toEqual(["Kim", "Lee"]);
    expect(again).toMatchObject({ ownerReference: kim?.username, version: 3 });
    expect((await eventsOf(location, lead)).at(-1)).toMatchObject({
      type: "lead.assigned",
      before: { assigned: [{ name: "Lee" }, { name: "Sam" }, { name: "Kim" }] },
      after: { assigned: [{ id: kim?.id, name: "Kim" }, { name: "Lee" }] },
    });
  });

  test("takes each number once, and an empty list as nobody", async () => {
    const lead = await aLead(location);
    expect(names(await assignLead(context, { lead, assigned: numbers(sam, kim, sam) }))).toEqual(["Sam", "Kim"]);
    const cleared = await assignLead(context, { lead, assigned: [] });
    expect(cleared).toMatchObject({ assigned: [], ownerReference: "__user" });
  });

  test("says nothing when nothing changes", async () => {
    const lead = await assignLead(context, { lead: await aLead(location), assigned: numbers(sam, kim) });
    const before = await eventsOf(location, lead);
    expect(await assignLead(context, { lead, assigned: numbers(sam, kim) })).toEqual(lead);
    expect(await eventsOf(location, lead)).toEqual(before);
  });

  test("is refused whole for a number that is nobody's here, with its place in the list", async () => {
    const lead = await assignLead(context, { lead: await aLead(location), assigned: numbers(sam) });
    const stranger = await aMember(await aLocation());
    const colleague = await aMember(await aLocation({ companyId: location.companyId }));
    const assigned = [...numbers(kim), stranger.number, colleague.number, Number.MAX_SAFE_INTEGER];
    await expect(assignLead(context, { lead, assigned })).rejects.toMatchObject({
      code: "invalid",
      issues: [1, 2, 3].map((place) => ({ path: ["assigned", place], rule: "unknown" })),
    });
    expect(names(await getLead(context, lead))).toEqual(["Sam"]);
  });

  test("decides who of the restricted reps sees it", async () => {
    const lead = await aLead(location);
    const rep = await aMember(location, { name: "Restricted", role: "rep", visibility: "own" });
    const restricted = contextOf(location, rep);
    await expect(getLead(restricted, lead)).rejects.toMatchObject({ code: "not_found" });
    await expect(assignLead(restricted, { lead, assigned: numbers(rep) })).rejects.toMatchObject({ code: "not_found" });
    await assignLead(context, { lead, assigned: numbers(sam, rep) });
    const seen = await listLeads(restricted, { page: { limit: 10, offset: 0 } });
    expect(seen).toMatchObject({ total: 1, leads: [{ id: lead.id }] });
    expect(await assignLead(restricted, { lead, assigned: [] })).toMatchObject({ assigned: [] });
    await expect(getLead(restricted, lead)).rejects.toMatchObject({ code: "not_found" });
  });
});
