import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { done, failed, leadsV1Caller, type LeadsV1Caller, wrong } from "@/db/testing/leads-v1-caller";
import type { Location } from "@/lib/access/context";
import { bookLeadAppointment } from "@/lib/leads/book-lead-appointment";
import { listLeadAppointments } from "@/lib/leads/list-lead-appointments";
import type { Lead } from "@/lib/leads/model";

const path = "/leads/update/appointment/";
let location: Location;
let rita: Member;
let sam: Member;
let api: LeadsV1Caller;
let lead: Lead;

beforeAll(async () => {
  location = await aLocation({ timeZone: "America/New_York" });
  rita = await aMember(location, { role: "rep", name: "Rita Rep" });
  sam = await aMember(location, { role: "rep", name: "Sam Rep" });
  api = await leadsV1Caller(routeTable, location, rita);
  lead = await aLead(location, {}, rita);
});

let days = 0;
/** An hour of a day that nothing else is on, from 10:00. */
async function anAppointment({ by = rita, of = lead }: { by?: Member; of?: Lead } = {}) {
  const day = `2035-0${1 + Math.floor(days / 28)}-${String(1 + (days++ % 28)).padStart(2, "0")}`;
  const span = { startsAt: { wallTime: `${day} 10:00` }, endsAt: { wallTime: `${day} 11:00` } };
  const booking = { lead: of, note: "Call", status: "new", ...span } as const;
  const { id, number } = await bookLeadAppointment(contextOf(location, by), booking);
  return { appointment_id: String(number), id, day };
}

const known = async ({ id }: { id: string }) =>
  (await listLeadAppointments(contextOf(location), { page: { limit: 200, offset: 0 } })).appointments.find(
    (appointment) => appointment.id === id,
  );

test("changes what is sent and leaves the rest, and says so", async () => {
  const about = await aLead(location, {}, rita);
  const { appointment_id, ...appointment } = await anAppointment({ of: about });
  const before = await known(appointment);
  const sent = { appointment_id, slug: about.slug, appointment_note: "Moved", appointment_status: "rescheduled" };
  expect(await api.post(path, sent)).toEqual(done);
  expect(await known(appointment)).toEqual({ ...before, note: "Moved", status: "rescheduled" });
  expect((await eventsOf(location, about)).at(-1)).toMatchObject({
    type: "appointment.updated",
    actor: "Rita Rep",
    before: { note: "Call", status: "new" },
    after: { note: "Moved", status: "rescheduled" },
  });
});

test("values in the query string count as well, and the body wins", async () => {
  const { appointment_id, day, ...appointment } = await anAppointment();
  const query = new URLSearchParams({ appointment_id, appointment_note: "By query", appointment_to: `${day} 11-30` });
  expect(await api.send(`${path}?${query.toString()}`, {})).toEqual(done);
  expect(await known(appointment)).toMatchObject({ note: "By query", endsAt: new Date(`${day}T16:30:00Z`) });
  expect(await api.post(`${path}?${query.toString()}`, { appointment_note: "By form" })).toEqual(done);
  expect(await known(appointment)).toMatchObject({ note: "By form" });
});

test("a new time is checked against the other end, which stays", async () => {
  const { appointment_id, day, ...appointment } = await anAppointment();
  const order = failed("End Date Can't be prior to Start Date.");
  expect(await api.post(path, { appointment_id, appointment_date: `${day} 11:30` })).toEqual(order);
  expect(await api.post(path, { appointment_id, appointment_to: `${day} 09:30` })).toEqual(order);
  expect(await api.post(path, { appointment_id, appointment_date: `${day} 10:30` })).toEqual(done);
  expect(await known(appointment)).toMatchObject({ startsAt: new Date(`${day}T15:30:00Z`) });
});

test("an appointment that is over can be marked, with the times it had sent back", async () => {
  const past = { startsAt: { wallTime: "2026-01-05 10:00" }, endsAt: { wallTime: "2026-01-05 11:00" } };
  const before = contextOf(location, rita, new Date("2026-01-01T00:00:00Z"));
  const booking = { lead, note: "Call", status: "new", ...past } as const;
  const appointment = await bookLeadAppointment(before, booking);
  const appointment_id = String(appointment.number);
  const times = { appointment_date: "2026-01-05 10:00", appointment_to: "2026-01-05 11:00" };
  expect(await api.post(path, { appointment_id, appointment_status: "fullfilled", ...times })).toEqual(done);
  expect(await known(appointment)).toMatchObject({ status: "showed" });
  expect(await api.post(path, { appointment_id, appointment_date: "2026-01-05 10:15" })).toEqual(
    failed("Please Specify a date in the future."),
  );
});

test("moves to another lead that the caller made or is assigned to", async () => {
  const { appointment_id, ...appointment } = await anAppointment();
  const theirs = await aLead(location, {}, sam);
  const shared = await aLead(location, { owner: { username: rita.username } }, sam);
  expect(await api.post(path, { appointment_id, slug: theirs.slug })).toEqual(
    wrong("slug", "You can't take appointment under this lead."),
  );
  expect(await api.post(path, { appointment_id, slug: shared.slug })).toEqual(done);
  expect(await known(appointment)).toMatchObject({ lead: { id: shared.id } });
});

describe("every documented error", () => {
  const blank = "This field is may not be blank.";
  const date = "Invalid date format.";

  test("no data at all, in the body or in the query", async () => {
    expect(await api.send(path, {})).toEqual(failed("Body data not found."));
    expect(await api.send(path, { json: {} })).toEqual(failed("Body data not found."));
  });

  test.each([
    [{ appointment_note: "x" }, "This field is required."],
    [{ appointment_id: "" }, blank],
    [{ appointment_id: "abc" }, "Invalid appointment id."],
    [{ appointment_id: "9".repeat(30) }, "Invalid appointment id."],
    [{ appointment_id: "999999999" }, "Requested appointment not found."],
  ])("%j", async (sent, text) => {
    expect(await api.post(path, sent)).toEqual(wrong("appointment_id", text));
  });

  test.each([
    ["slug", "", blank],
    ["slug", "no-such-lead", "Requested slug is invalid."],
    ["appointment_date", "", blank],
    ["appointment_date", "31/12/2035", date],
    ["appointment_to", "", blank],
    ["appointment_to", "2035-13-01 10:00", date],
    ["appointment_note", "x".repeat(201), "Ensure this field has no more than 200 characters."],
    ["appointment_status", "bogus", "Invalid appointment status."],
  ])("%s of %j", async (field, value, text) => {
    const { appointment_id, ...appointment } = await anAppointment();
    const before = await known(appointment);
    expect(await api.post(path, { appointment_id, [field]: value })).toEqual(wrong(field, text));
    expect(await known(appointment)).toEqual(before);
  });

  test("the time is taken", async () => {
    const [{ appointment_id }, other] = [await anAppointment(), await anAppointment()];
    const times = { appointment_date: `${other.day} 10:30`, appointment_to: `${other.day} 11:30` };
    expect(await api.post(path, { appointment_id, ...times })).toEqual(
      failed("Appointment schedule exists for this time."),
    );
  });

  test("an appointment of somebody else; an administrator may", async () => {
    const { appointment_id } = await anAppointment({ by: sam });
    expect(await api.post(path, { appointment_id, appointment_note: "x" })).toEqual(
      failed("You can't update this appointment."),
    );
    const admin = await leadsV1Caller(routeTable, location, await aMember(location));
    expect(await admin.post(path, { appointment_id, appointment_note: "x" })).toEqual(done);
  });

  test("an appointment that the caller may not read is not found, and a lead of another location invalid", async () => {
    const rep = await leadsV1Caller(routeTable, location, await aMember(location, { role: "rep", visibility: "own" }));
    const { appointment_id } = await anAppointment();
    const missing = wrong("appointment_id", "Requested appointment not found.");
    expect(await rep.post(path, { appointment_id, appointment_note: "x" })).toEqual(missing);
    const elsewhere = await aLocation();
    const stranger = await leadsV1Caller(routeTable, elsewhere, await aMember(elsewhere));
    expect(await stranger.post(path, { appointment_id, appointment_note: "x" })).toEqual(missing);
    const { slug } = await aLead(elsewhere);
    expect(await api.post(path, { appointment_id, slug })).toEqual(wrong("slug", "Requested slug is invalid."));
  });
});
