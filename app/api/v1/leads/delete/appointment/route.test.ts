import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { done, failed, leadsV1Caller, type LeadsV1Caller, wrong } from "@/db/testing/leads-v1-caller";
import type { Location } from "@/lib/access/context";
import { bookLeadAppointment } from "@/lib/leads/book-lead-appointment";
import type { Lead } from "@/lib/leads/model";

const path = "/leads/delete/appointment/";
const missing = wrong("appointment_id", "Requested appointment not found.");
let location: Location;
let rita: Member;
let api: LeadsV1Caller;
let lead: Lead;

beforeAll(async () => {
  location = await aLocation();
  rita = await aMember(location, { role: "rep", name: "Rita Rep" });
  api = await leadsV1Caller(routeTable, location, rita);
  lead = await aLead(location, {}, rita);
});

let hours = 0;
const span = () => {
  const startsAt = new Date(Date.UTC(2035, 0, 1, hours++));
  return { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) };
};
const book = (by = rita, details = span()) =>
  bookLeadAppointment(contextOf(location, by), { lead, note: "Call", status: "new", ...details });

test("deletes an appointment that the caller hosts, once, and frees its time", async () => {
  const times = span();
  const appointment_id = String((await book(rita, times)).number);
  expect(await api.post(path, { appointment_id })).toEqual(done);
  expect((await eventsOf(location, lead)).at(-1)).toMatchObject({ type: "appointment.deleted", actor: "Rita Rep" });
  expect(await api.post(path, { appointment_id })).toEqual(missing);
  expect(await book(rita, times)).toBeDefined();
});

test("another's appointment is for its host and administrators, not for who made the lead", async () => {
  const sam = await aMember(location, { role: "rep" });
  const appointment_id = String((await book(sam)).number);
  expect(await api.post(path, { appointment_id })).toEqual(failed("You can't delete this appointment."));
  const admin = await leadsV1Caller(routeTable, location, await aMember(location));
  expect(await admin.post(path, { appointment_id })).toEqual(done);
});

describe("every documented error", () => {
  test.each([
    [{}, "This field is required."],
    [{ appointment_id: " " }, "This field is may not be blank."],
    [{ appointment_id: "abc" }, "Invalid appointment id."],
    [{ appointment_id: "1e3" }, "Invalid appointment id."],
    [{ appointment_id: "999999999" }, "Requested appointment not found."],
  ])("%j", async (sent, text) => {
    expect(await api.post(path, sent)).toEqual(wrong("appointment_id", text));
  });

  test("an appointment that the caller may not read is not found", async () => {
    const appointment_id = String((await book()).number);
    const elsewhere = await aLocation();
    for (const caller of [
      await leadsV1Caller(routeTable, location, await aMember(location, { role: "rep", visibility: "own" })),
      await leadsV1Caller(routeTable, elsewhere, await aMember(elsewhere)),
    ]) {
      expect(await caller.post(path, { appointment_id })).toEqual(missing);
    }
  });
});
