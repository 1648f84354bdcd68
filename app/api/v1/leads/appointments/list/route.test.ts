import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { leadsV1Caller, type LeadsV1Caller, wrong } from "@/db/testing/leads-v1-caller";
import type { Location } from "@/lib/access/context";
import type { Appointment, AppointmentStatus } from "@/lib/calendars/model";
import { bookLeadAppointment } from "@/lib/leads/book-lead-appointment";
import type { Lead } from "@/lib/leads/model";

const path = "/leads/appointments/list/";
let location: Location;
let rita: Member;
let sam: Member;
let api: LeadsV1Caller;
let jane: Lead;
let first: Appointment;

// In Honolulu the days of 2030-05-01 begin at 10:00 UTC.
beforeAll(async () => {
  location = await aLocation({ timeZone: "Pacific/Honolulu" });
  rita = await aMember(location, { role: "rep" });
  sam = await aMember(location, { role: "rep" });
  api = await leadsV1Caller(routeTable, location, rita);
  jane = await aLead(location, { contact: { firstName: "Jane", lastName: "Doe" }, stage: { key: "tentative" } }, rita);
  const bob = await aLead(location, { contact: { firstName: "Bob" }, owner: { username: rita.username } }, sam);
  const cleo = await aLead(location, { contact: { firstName: "Cleo" } }, sam);
  first = await book(jane, "2030-05-01 00:00", "confirmed");
  await book(jane, "2030-05-01 23:30", "showed");
  await book(bob, "2030-05-02 12:00", "noshow", sam);
  await book(cleo, "2030-05-03 12:00", "new");
  await book(cleo, "2030-05-04 12:00", "cancelled", sam);
});

const book = (lead: Lead, wallTime: string, status: AppointmentStatus, by = rita) =>
  bookLeadAppointment(contextOf(location, by), {
    lead,
    note: `${lead.contact.firstName ?? ""} ${wallTime.slice(5)}`,
    status,
    startsAt: { wallTime },
    endsAt: { wallTime: `${wallTime.slice(0, 14)}59` },
  });

const notes = async (query: Record<string, string> = {}, caller = api) => {
  const { results }: { results: { appointment_note: string }[] } = (await caller.get(path, query)).body.data;
  return results.map(({ appointment_note }) => appointment_note);
};

test("prints an appointment as the document has it", async () => {
  const { body } = await api.get(path, { datesetting: "on", ondate: "05/01/2030", status: "confirmed" });
  expect(body).toEqual({
    status_code: 200,
    errors: {},
    data: {
      results: [
        {
          id: first.number,
          lead_id: jane.number,
          lead: "Jane Doe",
          leadslug: jane.slug,
          leadstatus: "tentative",
          fromdate: "2030-05-01 00:00",
          appointment_note: "Jane 05-01 00:00",
          appointment_status: "confirmed",
          todate: "2030-05-01 00:59",
        },
      ],
      count: 1,
      previous: null,
      next: null,
    },
  });
});

test("lists what the caller hosts, and what is about leads they made or are assigned to", async () => {
  expect(await notes()).toEqual(["Cleo 05-03 12:00", "Bob 05-02 12:00", "Jane 05-01 23:30", "Jane 05-01 00:00"]);
  const admin = await leadsV1Caller(routeTable, location, await aMember(location));
  expect(await notes({}, admin)).toEqual([]);
});

describe("filters", () => {
  test.each([
    [{ datesetting: "on", ondate: "05/01/2030" }, ["Jane 05-01 23:30", "Jane 05-01 00:00"]],
    [{ ondate: "05/02/2030" }, ["Bob 05-02 12:00"]],
    [{ datesetting: "before", ondate: "05/02/2030" }, ["Jane 05-01 23:30", "Jane 05-01 00:00"]],
    [{ datesetting: "after", ondate: "05/01/2030" }, ["Cleo 05-03 12:00", "Bob 05-02 12:00"]],
    [{ status: "fullfilled" }, ["Jane 05-01 23:30"]],
    [{ status: "pending" }, ["Cleo 05-03 12:00"]],
    [{ lead: "JAN" }, ["Jane 05-01 23:30", "Jane 05-01 00:00"]],
    [{ lead: "Doe" }, []],
    [{ datesetting: "", ondate: "", status: "", lead: "" }, 4],
  ])("%j", async (query, found) => {
    const all = await notes(query);
    expect(typeof found === "number" ? all.length : all).toEqual(found);
  });

  test("who did not come counts as cancelled, and prints so", async () => {
    const { results } = (await api.get(path, { status: "cancelled" })).body.data;
    expect(results).toMatchObject([{ appointment_note: "Bob 05-02 12:00", appointment_status: "cancelled" }]);
  });

  test.each([
    [{ datesetting: "on" }, wrong("ondate", "This field is required.")],
    [{ datesetting: "on", ondate: "" }, wrong("ondate", "This field is required.")],
    [{ datesetting: "on", ondate: "2030-05-01" }, wrong("ondate", "Invalid date format.")],
    [{ datesetting: "on", ondate: "13/01/2030" }, wrong("ondate", "Invalid date format.")],
    [{ datesetting: "around", ondate: "05/01/2030" }, wrong("datesetting", "around is not a valid choice.")],
    [{ status: "showed" }, wrong("status", "Invalid appointment status.")],
    [{ limit: "x" }, wrong("limit", "A valid integer is required.")],
    [{ offset: "-5" }, wrong("offset", "Ensure this value is greater than or equal to 0.")],
  ])("%j is refused", async (query, refusal) => {
    expect(await api.get(path, query)).toEqual(refusal);
  });
});

test("pages know their neighbours", async () => {
  const { body } = await api.get(path, { limit: "1", offset: "1" });
  expect(body.data).toMatchObject({
    results: [{ appointment_note: "Bob 05-02 12:00" }],
    count: 4,
    previous: "http://leadwright.test/api/v1/leads/appointments/list/?limit=1&offset=0",
    next: "http://leadwright.test/api/v1/leads/appointments/list/?limit=1&offset=2",
  });
});

test("the furthest days there are can be asked for", async () => {
  expect(await notes({ datesetting: "after", ondate: "12/30/9999" })).toEqual([]);
  expect(await notes({ datesetting: "before", ondate: "01/02/0001" })).toEqual([]);
  const none = wrong("ondate", "Invalid date format.");
  for (const ondate of ["12/31/9999", "01/01/0001", "01/01/0000"])
    expect(await api.get(path, { ondate })).toEqual(none);
});

test("other locations have their own", async () => {
  const elsewhere = await aLocation();
  expect(await notes({}, await leadsV1Caller(routeTable, elsewhere, await aMember(elsewhere)))).toEqual([]);
});
