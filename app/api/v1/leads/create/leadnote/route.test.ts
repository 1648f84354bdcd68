import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { done, failed, leadsV1Caller, type LeadsV1Caller, wrong } from "@/db/testing/leads-v1-caller";
import type { Location } from "@/lib/access/context";
import { deleteLead } from "@/lib/leads/delete-lead";
import { listLeadNotes } from "@/lib/leads/list-lead-notes";
import type { Lead } from "@/lib/leads/model";

const path = "/leads/create/leadnote/";
const unknown = wrong("slug", "Requested lead not found.");
let location: Location;
let rita: Member;
let sam: Member;
let api: LeadsV1Caller;
let lead: Lead;

beforeAll(async () => {
  location = await aLocation();
  rita = await aMember(location, { role: "rep", name: "Rita Rep" });
  sam = await aMember(location, { role: "rep", name: "Sam Rep" });
  api = await leadsV1Caller(routeTable, location, rita);
  lead = await aLead(location, {}, rita);
});

const notesOf = (of = lead) => listLeadNotes(contextOf(location), { id: of.id });

test("writes a note in the caller's name", async () => {
  const about = await aLead(location, {}, rita);
  const note = "<b>Bold</b> & 'quoted' ".padEnd(499, "x");
  expect(await api.post(path, { slug: about.slug, note })).toEqual(done);
  expect(await notesOf(about)).toMatchObject([{ body: note, authorName: "Rita Rep", opportunityId: about.id }]);
  expect((await eventsOf(location, about)).at(-1)).toMatchObject({ type: "note.created", after: { body: note } });
});

test("is for who made the lead, who is assigned to it, and administrators", async () => {
  const refused = failed("You can't add note on this lead.");
  const asSam = await leadsV1Caller(routeTable, location, sam);
  expect(await asSam.post(path, { slug: lead.slug, note: "x" })).toEqual(refused);
  const shared = await aLead(location, { owner: { username: sam.username } }, rita);
  for (const caller of [api, asSam, await leadsV1Caller(routeTable, location, await aMember(location))]) {
    expect(await caller.post(path, { slug: shared.slug, note: "x" })).toEqual(done);
  }
  expect(await notesOf(shared)).toHaveLength(3);
});

describe("every documented error", () => {
  const required = "This field is required.";
  const blank = "This field may not be blank.";

  test.each([
    ["note", "x".repeat(500), "Ensure this field has no more than 499 characters."],
    ["note", "", blank],
    ["slug", "", blank],
    ["slug", "no-such-lead", "Requested lead not found."],
  ])("%s of %j", async (field, value, text) => {
    const before = await notesOf();
    expect(await api.post(path, { slug: lead.slug, note: "x", [field]: value })).toEqual(wrong(field, text));
    expect(await notesOf()).toEqual(before);
  });

  test("fields that are not sent, at once", async () => {
    expect(await api.post(path, { x: "1" })).toMatchObject({
      status: 400,
      body: { errors: { slug: [required], note: [required] } },
    });
  });

  test("a lead that was deleted, or that the caller may not read", async () => {
    const gone = await aLead(location, {}, rita);
    await deleteLead(contextOf(location), { lead: gone });
    expect(await api.post(path, { slug: gone.slug, note: "x" })).toEqual(
      wrong("slug", "Requested lead already has a deleted status."),
    );
    const rep = await leadsV1Caller(routeTable, location, await aMember(location, { role: "rep", visibility: "own" }));
    for (const { slug } of [gone, lead, await aLead(await aLocation())]) {
      expect(await rep.post(path, { slug, note: "x" })).toEqual(unknown);
    }
  });
});
