import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { done, failed, leadsV1Caller, type LeadsV1Caller, wrong } from "@/db/testing/leads-v1-caller";
import type { Location } from "@/lib/access/context";
import { deleteLead } from "@/lib/leads/delete-lead";
import { getLead } from "@/lib/leads/get-lead";

const path = "/leads/delete/lead/";
const unknown = wrong("slug", "Requested lead not found.");
const deleted = wrong("slug", "Requested lead already has a deleted status.");
let location: Location;
let rita: Member;
let api: LeadsV1Caller;

beforeAll(async () => {
  location = await aLocation();
  rita = await aMember(location, { role: "rep", name: "Rita Rep" });
  api = await leadsV1Caller(routeTable, location, rita);
});

test("deletes a lead that the caller made, once", async () => {
  const lead = await aLead(location, {}, rita);
  expect(await api.post(path, { slug: lead.slug })).toEqual(done);
  await expect(getLead(contextOf(location), { id: lead.id })).rejects.toMatchObject({ code: "not_found" });
  expect((await eventsOf(location, lead)).at(-1)).toMatchObject({ type: "lead.deleted", actor: "Rita Rep" });
  expect(await api.post(path, { slug: lead.slug })).toEqual(deleted);
  expect(await eventsOf(location, lead)).toHaveLength(2);
});

test("of two who delete at the same moment one did, and the other is told", async () => {
  const lead = await aLead(location, {}, rita);
  const answers = await Promise.all([1, 2, 3].map(() => api.post(path, { slug: lead.slug })));
  expect(answers.filter(({ status }) => status === 200)).toEqual([done]);
  expect(answers.filter(({ status }) => status !== 200)).toEqual([deleted, deleted]);
});

describe("every documented error", () => {
  test.each([
    ["absent", {}, wrong("slug", "This field is required.")],
    ["blank", { slug: " " }, wrong("slug", "This field may not be blank.")],
    ["nobody's", { slug: "no-such-lead" }, unknown],
    ["longer than any", { slug: "x".repeat(10_000) }, unknown],
  ])("a slug that is %s", async (_, sent, refusal) => {
    expect(await api.post(path, sent)).toEqual(refusal);
  });

  test("a lead that somebody else made, though it is assigned to the caller; an administrator may", async () => {
    const lead = await aLead(location, { owner: { username: rita.username } }, await aMember(location));
    expect(await api.post(path, { slug: lead.slug })).toEqual(failed("You can't delete this lead."));
    expect(await getLead(contextOf(location), { id: lead.id })).toEqual(lead);
    const admin = await leadsV1Caller(routeTable, location, await aMember(location));
    expect(await admin.post(path, { slug: lead.slug })).toEqual(done);
  });
});

test("leads that the caller may not read are unknown, deleted ones as well", async () => {
  const rep = await leadsV1Caller(routeTable, location, await aMember(location, { role: "rep", visibility: "own" }));
  const elsewhere = await aLead(await aLocation());
  const lead = await aLead(location, {}, rita);
  for (const slug of [lead.slug, elsewhere.slug]) expect(await rep.post(path, { slug })).toEqual(unknown);
  await deleteLead(contextOf(location), { lead });
  expect(await rep.post(path, { slug: lead.slug })).toEqual(unknown);
  expect(await api.post(path, { slug: elsewhere.slug })).toEqual(unknown);
  // Somebody who sees all leads, though this one is not theirs, is told what became of it.
  const colleague = await leadsV1Caller(routeTable, location, await aMember(location, { role: "rep" }));
  expect(await colleague.post(path, { slug: lead.slug })).toEqual(deleted);
});
