import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { appointments, calendars } from "@/db/schema/calendars";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { asSystem } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import type { CreateLead } from "@/lib/leads/model";
import { listAppointments } from "./list-appointments";
import { type LeadScope, withoutOwner } from "./model";

// A Saturday; 13:00 in Berlin.
const now = new Date("2026-11-21T12:00:00Z");

async function booked(
  location: Location,
  startsAt: string,
  given: Partial<typeof appointments.$inferInsert> = {},
  about: CreateLead = {},
) {
  const lead = await aLead(location, about);
  await asSystem("test", async (transaction) => {
    const [calendar] = await transaction
      .select({ id: calendars.id })
      .from(calendars)
      .where(eq(calendars.locationId, location.id));
    const start = new Date(startsAt);
    await transaction.insert(appointments).values({
      locationId: location.id,
      id: newId(),
      calendarId: calendar?.id ?? "",
      contactId: lead.contact.id,
      opportunityId: lead.id,
      status: "confirmed",
      startsAt: start,
      endsAt: new Date(start.getTime() + 1_800_000),
      timeZone: location.timeZone,
      ...given,
    });
  });
}

test("periods begin and end when the location's zone says, weeks on Monday", async () => {
  const location = await aLocation();
  for (const startsAt of [
    "2026-10-31T22:30:00Z", // Saturday before, last month
    "2026-10-31T23:30:00Z", // already 1 November in Berlin
    "2026-11-15T22:59:00Z", // Sunday before the week
    "2026-11-15T23:00:00Z", // Monday
    "2026-11-20T23:00:00Z", // today, before now
    "2026-11-21T12:30:00Z", // today, ahead
    "2026-11-22T22:30:00Z", // Sunday
    "2026-11-30T22:59:00Z", // the last of the month
    "2026-11-30T23:00:00Z", // next month
  ]) {
    await booked(location, startsAt);
  }
  const { counts, appointments: first } = await listAppointments(contextOf(location, undefined, now), {
    period: "upcoming",
    limit: 6,
  });
  expect(counts).toEqual({ upcoming: 4, today: 2, week: 4, month: 7 });
  expect(first.map(({ startsAt }) => startsAt.toISOString())).toEqual([
    "2026-11-21T12:30:00.000Z",
    "2026-11-22T22:30:00.000Z",
    "2026-11-30T22:59:00.000Z",
    "2026-11-30T23:00:00.000Z",
  ]);
  expect(first[0]).toMatchObject({ contactName: "Ada Lovelace", status: "confirmed", hostName: null });
});

test("cancelled and deleted ones, and those of other locations, are left out", async () => {
  const location = await aLocation();
  await booked(await aLocation(), "2026-11-21T14:00:00Z");
  await booked(location, "2026-11-21T14:00:00Z", { status: "cancelled" });
  await booked(location, "2026-11-21T15:00:00Z", { deletedAt: now });
  const { counts } = await listAppointments(contextOf(location, undefined, now), { period: "today", limit: 6 });
  expect(counts.today).toBe(0);
});

test("they are of the pipeline, owner and source that the report is about", async () => {
  const location = await aLocation();
  const rep = await aMember(location, { name: "Robin" });
  await booked(
    location,
    "2026-11-21T14:00:00Z",
    { note: "hers" },
    { owner: { username: rep.username }, source: "web" },
  );
  await booked(location, "2026-11-21T15:00:00Z", { note: "nobody's" });
  const listed = async (scope: LeadScope) => {
    const page = await listAppointments(contextOf(location, undefined, now), { period: "today", limit: 6, scope });
    expect(page.counts.today).toBe(page.appointments.length);
    return page.appointments.map(({ note }) => note);
  };
  expect(await listed({})).toEqual(["hers", "nobody's"]);
  expect(await listed({ owner: rep.id, source: "web" })).toEqual(["hers"]);
  expect(await listed({ owner: withoutOwner })).toEqual(["nobody's"]);
  expect(await listed({ pipelineId: newId() })).toEqual([]);
});

test("who sees only their own sees the appointments they host or made", async () => {
  const location = await aLocation();
  const rep = await aMember(location, { role: "rep", visibility: "own", name: "Robin" });
  await booked(location, "2026-11-21T14:00:00Z");
  await booked(location, "2026-11-21T15:00:00Z", { hostId: rep.id });
  const { counts, appointments: mine } = await listAppointments(contextOf(location, rep, now), {
    period: "today",
    limit: 6,
  });
  expect(counts.today).toBe(1);
  expect(mine).toMatchObject([{ hostName: "Robin" }]);
});

test("pages follow each other without a gap, also where several begin at once", async () => {
  const location = await aLocation();
  for (const startsAt of [
    "2026-11-21T14:00:00Z",
    "2026-11-21T15:00:00Z",
    "2026-11-21T15:00:00Z",
    "2026-11-21T16:00:00Z",
  ])
    await booked(location, startsAt);
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= 2; page += 1) {
    const listed = await listAppointments(contextOf(location, undefined, now), { period: "today", limit: 2, cursor });
    expect(listed.counts.today).toBe(4);
    seen.push(...listed.appointments.map(({ id }) => id));
    expect(listed.next).toBe(page === 1 ? seen.at(-1) : null);
    cursor = listed.next ?? undefined;
  }
  expect(new Set(seen).size).toBe(4);
});
