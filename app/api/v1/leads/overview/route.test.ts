import { beforeAll, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { leadsV1Caller, type LeadsV1Caller, wrong } from "@/db/testing/leads-v1-caller";
import type { Location } from "@/lib/access/context";
import { bookLeadAppointment } from "@/lib/leads/book-lead-appointment";

const path = "/leads/overview/";
let location: Location;
let rita: Member;
let api: LeadsV1Caller;

beforeAll(async () => {
  location = await aLocation({ timeZone: "America/New_York" });
  rita = await aMember(location, { role: "rep" });
  api = await leadsV1Caller(routeTable, location, rita);
  const lead = await aLead(location, { stage: { key: "prospect" }, source: "website" }, rita);
  await aLead(location, { source: "website" }, rita);
  await aLead(location);
  for (const [wallTime, status] of [
    ["2035-07-02 10:00", "showed"],
    ["2035-07-01 10:00", "new"],
    ["2035-07-03 10:00", "cancelled"],
  ] as const) {
    await bookLeadAppointment(contextOf(location, rita), {
      lead,
      note: `At ${wallTime}`,
      status,
      startsAt: { wallTime },
      endsAt: { wallTime: `${wallTime.slice(0, 14)}30` },
    });
  }
});

test("prints counts by status and source, and the appointments ahead", async () => {
  const { status, body } = await api.get(path);
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      status_code: 200,
      errors: {},
      data: {
        LeadsData: {
          status: [
            { status: "contact", count: 2, Description: "Came in and waits for a first word.", Color: "#64748b" },
            { status: "prospect", count: 1, Description: expect.any(String), Color: "#3b82f6" },
            ...["potential", "tentative", "customer", "closed"].map((stage) => ({
              status: stage,
              count: 0,
              Description: expect.any(String),
              Color: expect.stringMatching(/^#[\da-f]{6}$/),
            })),
          ],
          source: [
            { source: "website", count: 2 },
            { source: "", count: 1 },
          ],
        },
        TotalLeads: 3,
        appointments: [
          {
            appointment_note: "At 2035-07-01 10:00",
            appointment_status: "pending",
            appointment_date: "2035-07-01 10:00",
            appointment_to: "2035-07-01 10:30",
          },
          {
            appointment_note: "At 2035-07-02 10:00",
            appointment_status: "fullfilled",
            appointment_date: "2035-07-02 10:00",
            appointment_to: "2035-07-02 10:30",
          },
        ],
      },
    },
  });
  expect(await api.get(path, { appointment: "upcoming" })).toEqual({ status, body });
  expect(await api.get(path, { appointment: "" })).toEqual({ status, body });
});

test.each(["today", "week", "month"])("takes %s as the appointments' filter", async (appointment) => {
  const { status, body } = await api.get(path, { appointment });
  expect(status).toBe(200);
  expect(body.data).toMatchObject({ TotalLeads: 3, appointments: [] });
});

test("refuses any other filter", async () => {
  for (const appointment of ["bogus", "Today", "year"]) {
    expect(await api.get(path, { appointment })).toEqual(wrong("appointment", "Invalid appointment filter value."));
  }
});

test("a rep who sees only their own counts only their own", async () => {
  const rep = await aMember(location, { role: "rep", visibility: "own" });
  const restricted = await leadsV1Caller(routeTable, location, rep);
  expect((await restricted.get(path)).body.data).toMatchObject({
    TotalLeads: 0,
    LeadsData: { source: [] },
    appointments: [],
  });
});
