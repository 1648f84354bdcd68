import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { done, failed, leadsV1Caller, type LeadsV1Caller, wrong } from "@/db/testing/leads-v1-caller";
import type { Location } from "@/lib/access/context";
import { deleteLead } from "@/lib/leads/delete-lead";
import { listLeadAppointments } from "@/lib/leads/list-lead-appointments";
import type { Lead } from "@/lib/leads/model";

const path = "/leads/create/appointment/";
let location: Location;
let rita: Member;
let api: LeadsV1Caller;
let lead: Lead;

beforeAll(async () => {
  location = await aLocation({ timeZone: "America/New_York" });
  rita = await aMember(location, { role: "rep", name: "Rita Rep" });
  api = await leadsV1Caller(routeTable, location, rita);
  lead = await aLead(location, {}, rita);
});

let day = 0;
/** A form for an hour of a day that nothing else is on. */
const body = (rest: Record<string, string> = {}) => {
  const on = `2035-0${1 + Math.floor(day / 28)}-${String(1 + (day++ % 28)).padStart(2, "0")}`;
  return { slug: lead.slug, appointment_date: `${on} 10:00`, appointment_to: `${on} 11:00`, ...rest };
};
const booked = async (of = lead) =>
  (await listLeadAppointments(contextOf(location), { page: { limit: 100, offset: 0 } })).appointments.filter(
    (appointment) => appointment.lead.id === of.id,
  );

test("books the caller's time on the location's clock, and says so", async () => {
  const about = await aLead(location, {}, rita);
  const sent = { slug: about.slug, appointment_date: "2034-07-01 10:00", appointment_to: "2034-07-01 10:30" };
  expect(await api.post(path, { ...sent, appointment_note: "Demo", appointment_status: "confirmed" })).toEqual(done);
  expect(await booked(about)).toMatchObject([
    {
      startsAt: new Date("2034-07-01T14:00:00Z"),
      endsAt: new Date("2034-07-01T14:30:00Z"),
      note: "Demo",
      status: "confirmed",
      hostName: "Rita Rep",
    },
  ]);
  expect((await eventsOf(location, about)).at(-1)).toMatchObject({ type: "appointment.created", actor: "Rita Rep" });
});

test("the note is Prospect appointment and the status pending where nothing is said of them", async () => {
  const about = await aLead(location, {}, rita);
  expect(await api.post(path, body({ slug: about.slug, appointment_status: "" }))).toEqual(done);
  expect(await api.post(path, body({ slug: about.slug, appointment_note: "" }))).toEqual(done);
  expect((await booked(about)).map(({ note, status }) => [note, status])).toEqual([
    ["", "new"],
    ["Prospect appointment", "new"],
  ]);
});

test.each([
  ["pending", "new"],
  ["rescheduled", "rescheduled"],
  ["cancelled", "cancelled"],
  ["fullfilled", "showed"],
  ["confirmed", "confirmed"],
])("%s is kept as %s", async (word, status) => {
  const about = await aLead(location, {}, rita);
  expect(
    await api.send(path, { body: new URLSearchParams(body({ slug: about.slug, appointment_status: word })) }),
  ).toEqual(done);
  expect(await booked(about)).toMatchObject([{ status }]);
});

test("who is assigned to the lead books as well, and so does an administrator", async () => {
  const sam = await aMember(location, { role: "rep" });
  const shared = await aLead(location, { owner: { username: sam.username } }, rita);
  for (const member of [sam, await aMember(location)]) {
    const caller = await leadsV1Caller(routeTable, location, member);
    expect(await caller.post(path, body({ slug: shared.slug }))).toEqual(done);
  }
});

describe("every documented error", () => {
  const required = "This field is required.";
  const blank = "This field is may not be blank.";
  const date = "Invalid date format.";

  test.each([
    ["no body", {}],
    ["an empty form", { body: new URLSearchParams() }],
    ["an empty object", { json: {} }],
  ])("%s", async (_, sent) => {
    expect(await api.send(path, sent)).toEqual(failed("Body data not found."));
  });

  test.each(["slug", "appointment_date", "appointment_to"])("%s is required", async (field) => {
    const others = Object.fromEntries(Object.entries(body()).filter(([name]) => name !== field));
    expect(await api.post(path, others)).toEqual(wrong(field, required));
    expect(await api.post(path, body({ [field]: "" }))).toEqual(wrong(field, blank));
  });

  test.each([
    ["slug", "no-such-lead", "Requested slug is invalid."],
    ["appointment_date", "31/12/2035", date],
    ["appointment_date", "2035-02-30 10:00", date],
    ["appointment_date", "2035-12-31", date],
    ["appointment_date", "2035-12-31 25:00", date],
    ["appointment_to", "2035-12-31 10:00:00", date],
    ["appointment_to", "tomorrow", date],
    ["appointment_to", "9999-12-31 23:30", date],
    ["appointment_date", "0000-12-31 23:30", date],
    ["appointment_note", "x".repeat(201), "Ensure this field has no more than 200 characters."],
    ["appointment_status", "fulfilled", "Invalid appointment status."],
    ["appointment_status", "showed", "Invalid appointment status."],
  ])("%s of %j", async (field, value, text) => {
    const before = await booked();
    expect(await api.post(path, body({ [field]: value }))).toEqual(wrong(field, text));
    expect(await booked()).toEqual(before);
  });

  test("the time is taken, until it is freed", async () => {
    const sent = body();
    expect(await api.post(path, sent)).toEqual(done);
    const taken = failed("Appointment schedule exists for this time.");
    expect(await api.post(path, sent)).toEqual(taken);
    const within = { ...sent, appointment_to: sent.appointment_to.replace("11:00", "10:15") };
    expect(await api.post(path, within)).toEqual(taken);
    expect(await api.post(path, { ...sent, appointment_status: "cancelled" })).toEqual(done);
    const after = { appointment_date: sent.appointment_to, appointment_to: sent.appointment_to.replace("11:", "12:") };
    expect(await api.post(path, { ...sent, ...after })).toEqual(done);
  });

  test.each([
    ["2035-12-01 10:00", "2035-12-01 09:30", ["End Date Can't be prior to Start Date."]],
    ["2035-12-01 10:00", "2035-12-01 10:00", ["End Date Can't be prior to Start Date."]],
    ["2025-12-01 10:00", "2025-12-01 10:30", ["Please Specify a date in the future."]],
    [
      "2025-12-01 10:00",
      "2025-12-01 09:30",
      ["End Date Can't be prior to Start Date.", "Please Specify a date in the future."],
    ],
    ["0001-01-01 00:00", "9999-12-31 12:00", ["Please Specify a date in the future."]],
  ])("from %s to %s", async (appointment_date, appointment_to, texts) => {
    expect(await api.post(path, body({ appointment_date, appointment_to }))).toEqual(failed(...texts));
  });

  test("a lead that is not the caller's, was deleted, or that they may not read", async () => {
    const theirs = await aLead(location, {}, await aMember(location, { role: "rep" }));
    expect(await api.post(path, body({ slug: theirs.slug }))).toEqual(
      wrong("slug", "You can't take appointment under this lead."),
    );
    const invalid = wrong("slug", "Requested slug is invalid.");
    await deleteLead(contextOf(location), { lead: theirs });
    expect(await api.post(path, body({ slug: theirs.slug }))).toEqual(invalid);
    const elsewhere = await aLead(await aLocation());
    expect(await api.post(path, body({ slug: elsewhere.slug }))).toEqual(invalid);
    const rep = await leadsV1Caller(routeTable, location, await aMember(location, { role: "rep", visibility: "own" }));
    expect(await rep.post(path, body())).toEqual(invalid);
  });
});
