import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { opportunities } from "@/db/schema/opportunities";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { asSystem } from "@/lib/data/doors";
import { deleteLead } from "@/lib/leads/delete-lead";
import type { CreateLead } from "@/lib/leads/model";
import { updateLead } from "@/lib/leads/update-lead";
import { readOverview } from "./read-overview";

const now = new Date("2026-11-21T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

/** A lead that was made at `at`: the tallies follow its day as they follow all else. */
async function made(location: Location, at: Date, given: CreateLead = {}) {
  const lead = await aLead(location, given);
  await asSystem("test", (transaction) =>
    transaction.update(opportunities).set({ createdAt: at }).where(eq(opportunities.id, lead.id)),
  );
  return lead;
}

const look = (location: Location, range: Parameters<typeof readOverview>[1]["range"] = "30") =>
  readOverview(contextOf(location, undefined, now), { range });

test("leads of the range and of as many days before are counted and valued", async () => {
  const location = await aLocation();
  await made(location, daysAgo(0), { valueMinor: 100_00, source: "web", stage: { key: "prospect" } });
  await made(location, daysAgo(29), { valueMinor: 50_00, source: "web" });
  await made(location, daysAgo(30), { valueMinor: 20_00, source: "fair" });
  await made(location, daysAgo(59), { source: null });
  await made(location, daysAgo(60), { valueMinor: 9_00 });
  const { created, range, previous, stages, sources } = await look(location);
  expect(range).toEqual({ from: "2026-10-23", to: "2026-11-21" });
  expect(previous).toEqual({ from: "2026-09-23", to: "2026-10-22" });
  expect(created).toMatchObject({
    leads: 2,
    previousLeads: 2,
    values: [{ currency: "USD", minor: 150_00, previousMinor: 20_00 }],
  });
  expect(stages.map(({ key, leads }) => [key, leads]).slice(0, 2)).toEqual([
    ["contact", 1],
    ["prospect", 1],
  ]);
  expect(stages).toHaveLength(6);
  expect(sources.map(({ source, leads }) => [source, leads])).toEqual([["web", 2]]);
});

test("the bars add up to the number, and the bars before to the number before", async () => {
  const location = await aLocation();
  for (const days of [0, 1, 1, 6, 7, 8, 40, 200, 400]) await made(location, new Date(daysAgo(days).getTime() + days));
  for (const range of ["7", "30", "90", "365"] as const) {
    const { created, trend } = await look(location, range);
    expect(trend.reduce((sum, { leads }) => sum + leads, 0)).toBe(created.leads);
    expect(trend.reduce((sum, { previousLeads }) => sum + (previousLeads ?? 0), 0)).toBe(created.previousLeads);
    expect(trend.at(-1)?.to).toBe("2026-11-21");
  }
});

test("all time has no time before, and counts what is older than the chart", async () => {
  const location = await aLocation();
  await made(location, daysAgo(1));
  await made(location, daysAgo(800));
  const { created, range, previous, trend } = await look(location, "all");
  expect(created).toMatchObject({ leads: 2, previousLeads: null });
  expect(range).toEqual({ from: null, to: "2026-11-21" });
  expect(previous).toBeNull();
  expect(trend.reduce((sum, { leads }) => sum + leads, 0)).toBe(1);
});

test("a day begins when the location's zone says", async () => {
  const lateEvening = new Date("2026-11-14T23:30:00Z");
  const berlin = await aLocation({ timeZone: "Europe/Berlin" });
  const london = await aLocation({ timeZone: "Europe/London" });
  await made(berlin, lateEvening);
  await made(london, lateEvening);
  expect((await look(berlin, "7")).created.leads).toBe(1);
  expect((await look(london, "7")).created.leads).toBe(0);
});

test("moved, deleted and foreign leads are counted where they are now", async () => {
  const location = await aLocation();
  await aLead(await aLocation());
  const moved = await made(location, daysAgo(1), { valueMinor: 10_00 });
  const gone = await made(location, daysAgo(2));
  await updateLead(contextOf(location, undefined, now), {
    lead: { id: moved.id },
    changes: { stage: { key: "customer" } },
  });
  await deleteLead(contextOf(location, undefined, now), { lead: { id: gone.id } });
  const { created, won, stages } = await look(location);
  expect(created.leads).toBe(1);
  expect(won).toMatchObject({ leads: 1, values: [{ minor: 10_00 }] });
  expect(stages.find(({ key }) => key === "customer")).toMatchObject({ leads: 1, values: [{ minor: 10_00 }] });
  expect(stages.find(({ key }) => key === "contact")?.leads).toBe(0);
});

test("who sees only their own counts only their own", async () => {
  const location = await aLocation();
  const rep = await aMember(location, { role: "rep", visibility: "own", username: "rep-own" });
  await made(location, daysAgo(3), { valueMinor: 5_00 });
  await made(location, daysAgo(4), { owner: { username: "rep-own" }, valueMinor: 7_00, source: "web" });
  const mine = await readOverview(contextOf(location, rep, now), { range: "30" });
  expect(mine.created).toMatchObject({ leads: 1, values: [{ minor: 7_00 }] });
  expect(mine.sources).toMatchObject([{ source: "web", leads: 1 }]);
  expect((await readOverview(contextOf(location, rep, now), { range: "all" })).created.leads).toBe(1);
});

test("a location without a lead is told from a range without one", async () => {
  const location = await aLocation();
  const week = () => readOverview(contextOf(location, undefined, now), { range: "7" });
  expect(await week()).toMatchObject({ hasLeads: false, created: { leads: 0 } });
  await made(location, daysAgo(100));
  expect(await week()).toMatchObject({ hasLeads: true, created: { leads: 0 } });
});

test("a pipeline of nobody's has no leads", async () => {
  const location = await aLocation();
  await made(location, daysAgo(1));
  const { stages } = await look(location);
  const pipelineId = stages[0]?.pipeline.id;
  const ours = await readOverview(contextOf(location, undefined, now), { range: "30", pipelineId });
  expect(ours.created.leads).toBe(1);
  const none = await readOverview(contextOf(location, undefined, now), { range: "30", pipelineId: "0".repeat(20) });
  expect(none).toMatchObject({ created: { leads: 0 }, stages: [], sources: [] });
});
