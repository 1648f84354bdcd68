import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { done, failed, leadsV1Caller, type LeadsV1Caller, wrong } from "@/db/testing/leads-v1-caller";
import type { Location } from "@/lib/access/context";
import { addLeadNote } from "@/lib/leads/add-lead-note";
import { listLeadNotes } from "@/lib/leads/list-lead-notes";
import type { Lead } from "@/lib/leads/model";

const path = "/leads/delete/leadnote/";
const unknown = wrong("note_id", "Requested note not found.");
let location: Location;
let rita: Member;
let sam: Member;
let lead: Lead;
let api: LeadsV1Caller;

beforeAll(async () => {
  location = await aLocation();
  rita = await aMember(location, { role: "rep", name: "Rita Rep" });
  sam = await aMember(location, { role: "rep", name: "Sam Rep" });
  lead = await aLead(location, {}, rita);
  api = await leadsV1Caller(routeTable, location, rita);
});

const write = async (by: Member, on = lead) =>
  String((await addLeadNote(contextOf(location, by), { lead: on, body: "Called" })).number);

test("deletes a note that the caller wrote, once", async () => {
  const about = await aLead(location, {}, sam);
  const note_id = await write(rita, about);
  expect(await api.post(path, { note_id })).toEqual(done);
  expect(await listLeadNotes(contextOf(location), about)).toEqual([]);
  expect((await eventsOf(location, about)).at(-1)).toMatchObject({ type: "note.deleted", actor: "Rita Rep" });
  expect(await api.post(path, { note_id })).toEqual(unknown);
});

test("JSON may send the id as a number", async () => {
  expect(await api.send(path, { json: { note_id: Number(await write(rita)) } })).toEqual(done);
});

test("another's note is for its author and administrators, not for who made the lead", async () => {
  const note_id = await write(sam);
  expect(await api.post(path, { note_id })).toEqual(failed("You can't delete this note."));
  const admin = await leadsV1Caller(routeTable, location, await aMember(location));
  expect(await admin.post(path, { note_id })).toEqual(done);
});

describe("every documented error", () => {
  test.each([
    [{}, "This field is required."],
    [{ note_id: "" }, "This field may not be blank."],
    [{ note_id: "abc" }, "Invalid note id."],
    [{ note_id: "-1" }, "Invalid note id."],
    [{ note_id: "1.5" }, "Invalid note id."],
    [{ note_id: "9".repeat(30) }, "Invalid note id."],
    [{ note_id: "999999999" }, "Requested note not found."],
  ])("%j", async (sent, text) => {
    expect(await api.post(path, sent)).toEqual(wrong("note_id", text));
  });

  test("a note that the caller may not read is unknown", async () => {
    const elsewhere = await aLocation();
    const theirs = await addLeadNote(contextOf(elsewhere), { lead: await aLead(elsewhere), body: "x" });
    expect(await api.post(path, { note_id: String(theirs.number) })).toEqual(unknown);
    const rep = await leadsV1Caller(routeTable, location, await aMember(location, { role: "rep", visibility: "own" }));
    expect(await rep.post(path, { note_id: await write(rita) })).toEqual(unknown);
  });
});
