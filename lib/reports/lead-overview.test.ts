import { expect, test } from "vitest";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import { bookLeadAppointment } from "@/lib/leads/book-lead-appointment";
import { deleteLead } from "@/lib/leads/delete-lead";
import { listLeads } from "@/lib/leads/list-leads";
import { updateLead } from "@/lib/leads/update-lead";
import { createPipeline } from "@/lib/pipelines/create-pipeline";
import { appointmentSpan } from "./appointment-span";
import { getLeadOverview } from "./lead-overview";

test("counts what the caller may read, by stage and source", async () => {
  const location = await aLocation();
  const admin = await aMember(location);
  const rep = await aMember(location, { role: "rep", visibility: "own" });
  const stage = { key: "prospect" };
  await aLead(location, { stage, source: "website" }, admin);
  await aLead(location, { source: "website" }, admin);
  const mine = await aLead(location, { stage }, rep);
  const gone = await aLead(location, { stage }, rep);
  await deleteLead(contextOf(location), { lead: gone });

  const overview = (member: typeof admin) => getLeadOverview(contextOf(location, member), { period: "upcoming" });
  const all = await overview(admin);
  expect(all.stages.map(({ key, leads }) => [key, leads])).toEqual([
    ["contact", 1],
    ["prospect", 2],
    ["potential", 0],
    ["tentative", 0],
    ["customer", 0],
    ["closed", 0],
  ]);
  expect(all.stages[0]).toMatchObject({ description: "Came in and waits for a first word.", color: "#64748b" });
  expect(all).toMatchObject({
    total: 3,
    sources: [
      { source: "website", leads: 2 },
      { source: null, leads: 1 },
    ],
  });

  const own = await overview(rep);
  expect(own).toMatchObject({ total: 1, sources: [{ source: null, leads: 1 }] });
  expect(own.stages.find(({ key }) => key === "prospect")?.leads).toBe(1);

  await updateLead(contextOf(location), { lead: mine, changes: { stage: { key: "customer" } } });
  expect((await overview(rep)).stages.filter(({ leads }) => leads > 0)).toMatchObject([{ key: "customer", leads: 1 }]);
});

test("counts the leads of other pipelines, those in stages of one key together", async () => {
  const location = await aLocation();
  const context = contextOf(location, await aMember(location));
  const stage = { description: "", color: "#111111", probability: 50, stalledAfterDays: null };
  const { stages } = await createPipeline(context, {
    name: "Projects",
    stages: ["Design", "Closed", "Built"].map((name) => ({ ...stage, name })),
  });
  await aLead(location, { stage: { key: "closed" } });
  for (const { id } of stages.slice(0, 2)) await aLead(location, { stage: { id } });

  const overview = await getLeadOverview(context, { period: "upcoming" });
  expect(overview.total).toBe(3);
  expect(overview.stages.map(({ key, leads }) => [key, leads]).slice(4)).toEqual([
    ["customer", 0],
    ["closed", 2],
    ["design", 1],
  ]);
  for (const { key, leads } of overview.stages) {
    const listed = await listLeads(context, { filter: { stage: { key } }, page: { limit: 10, offset: 0 } });
    expect([listed.leads.length, listed.total], key).toEqual([leads, leads]);
  }
});

test("shows the caller's own appointments of a period, the soonest first", async () => {
  const location = await aLocation({ timeZone: "Europe/Berlin" });
  const [host, other] = [await aMember(location), await aMember(location)];
  const lead = await aLead(location, {}, host);
  const theirs = await aLead(location, {}, other);
  const now = new Date("2026-11-18T12:00:00Z");
  const book = (wallTime: string, of = lead, by = host) =>
    bookLeadAppointment(contextOf(location, by, new Date("2026-11-01T00:00:00Z")), {
      lead: of,
      note: wallTime,
      status: "new",
      startsAt: { wallTime },
      endsAt: { wallTime: `${wallTime.slice(0, 14)}59` },
    });
  for (const time of [
    "2026-12-01 00:00",
    "2026-11-30 23:30",
    "2026-11-22 23:30",
    "2026-11-18 15:00",
    "2026-11-18 00:00",
    "2026-11-16 00:00",
    "2026-11-15 23:30",
  ]) {
    await book(time);
  }
  await book("2026-11-18 16:00", theirs, other);
  const shown = async (period: Parameters<typeof appointmentSpan>[1]) =>
    (await getLeadOverview(contextOf(location, host, now), { period })).appointments.map(({ note }) => note.slice(5));
  expect(await shown("upcoming")).toEqual(["11-18 15:00", "11-22 23:30", "11-30 23:30", "12-01 00:00"]);
  expect(await shown("today")).toEqual(["11-18 00:00", "11-18 15:00"]);
  expect(await shown("week")).toEqual(["11-16 00:00", "11-18 00:00", "11-18 15:00", "11-22 23:30"]);
  expect(await shown("month")).toEqual([
    "11-15 23:30",
    "11-16 00:00",
    "11-18 00:00",
    "11-18 15:00",
    "11-22 23:30",
    "11-30 23:30",
  ]);
});

test("a day, week or month begins and ends on the location's clock, which may change in between", async () => {
  const context = {
    ...contextOf(await aLocation({ timeZone: "Europe/Berlin" })),
    now: new Date("2026-10-25T22:59:00Z"),
  };
  expect(appointmentSpan(context, "today")).toEqual({
    startsFrom: new Date("2026-10-24T22:00:00Z"),
    startsBefore: new Date("2026-10-25T23:00:00Z"),
  });
  expect(appointmentSpan(context, "week")).toEqual({
    startsFrom: new Date("2026-10-18T22:00:00Z"),
    startsBefore: new Date("2026-10-25T23:00:00Z"),
  });
  expect(appointmentSpan(context, "month")).toEqual({
    startsFrom: new Date("2026-09-30T22:00:00Z"),
    startsBefore: new Date("2026-10-31T23:00:00Z"),
  });
});
