import { beforeAll, expect, test } from "vitest";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { addMember } from "@/lib/users/create-user";
import { getLeadLocation } from "./get-lead-location";

let berlin: Location;
let hamburg: Location;
let person: Member;

beforeAll(async () => {
  berlin = await aLocation({ name: "Berlin" });
  hamburg = await aLocation({ name: "Hamburg", companyId: berlin.companyId });
  person = await aMember(berlin);
  const there = { companyId: hamburg.companyId, locationId: hamburg.id, userId: person.id };
  await addMember({ ...there, role: "rep", visibility: "own" });
});

test("a lead of another location of theirs is told by its location", async () => {
  const lead = await aLead(hamburg, {}, person);
  expect(await getLeadLocation(contextOf(berlin, person), lead.id)).toEqual({ id: hamburg.id, name: "Hamburg" });
});

test("a lead that they may not read there is nowhere, and neither is one of a location they are no member of", async () => {
  const elsewhere = await aLocation({ name: "Munich", companyId: berlin.companyId });
  for (const lead of [await aLead(hamburg), await aLead(elsewhere), await aLead(berlin, {}, person)]) {
    await expect(getLeadLocation(contextOf(berlin, person), lead.id)).rejects.toThrow(NotFound);
  }
});
