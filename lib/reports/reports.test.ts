import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { opportunities } from "@/db/schema/opportunities";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { asSystem } from "@/lib/data/doors";
import type { CreateLead, Lead } from "@/lib/leads/model";
import { moveLeads } from "@/lib/leads/move-leads";
import { savePipelineSettings } from "@/lib/pipelines/save-pipeline-settings";
import { readForecast } from "./read-forecast";
import { readFunnel } from "./read-funnel";
import { readLeaders } from "./read-leaders";
import { readOverview } from "./read-overview";
import { readStalled } from "./read-stalled";

// A Saturday; 13:00 in Berlin.
const now = new Date("2026-11-21T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const at = (location: Location, days = 0) => contextOf(location, undefined, daysAgo(days));

/** Without its version: these tests know who else moves it. */
const only = ({ id }: Lead) => ({ id });

/** A lead that was made, and came into its stage and status, so many days ago. */
async function made(location: Location, days: number, given: CreateLead = {}): Promise<Lead> {
  const lead = await aLead(location, given);
  const moment = daysAgo(days);
  await asSystem("test", (transaction) =>
    transaction
      .update(opportunities)
      .set({ createdAt: moment, stageChangedAt: moment, statusChangedAt: moment })
      .where(eq(opportunities.id, lead.id)),
  );
  return lead;
}

test("what is won counts when it was won, whenever it was made; the rate is of what was closed", async () => {
  const location = await aLocation();
  const [won, lost, before, open] = await Promise.all([
    made(location, 200, { valueMinor: 70_00 }),
    made(location, 200),
    made(location, 200, { valueMinor: 5_00 }),
    made(location, 2, { valueMinor: 900_00 }),
  ]);
  await moveLeads(at(location, 3), { leads: [only(won)], status: "won" });
  await moveLeads(at(location, 4), { leads: [only(lost)], status: "lost" });
  await moveLeads(at(location, 10), { leads: [only(before)], status: "won" });
  const week = () => readOverview(contextOf(location, undefined, now), { range: "7" });
  expect(await week()).toMatchObject({
    created: { leads: 1 },
    won: { leads: 1, previousLeads: 1, values: [{ minor: 70_00, previousMinor: 5_00 }] },
    closed: { leads: 2, previousLeads: 1 },
  });
  await moveLeads(at(location, 1), { leads: [only(won)], status: "open" });
  expect((await week()).won).toMatchObject({ leads: 0, values: [{ minor: 0 }] });
  expect((await readOverview(at(location), { range: "all" })).won).toMatchObject({ leads: 1, previousLeads: null });
  expect(open.status).toBe("open");
});

test("the funnel counts leads as far as they came, with the median of days in each stage", async () => {
  const location = await aLocation();
  const leads = await Promise.all([10, 10, 10, 10].map((days) => made(location, days)));
  const [first, second, third] = leads;
  const prospect = (await made(location, 300, { stage: { key: "prospect" } })).stage.id;
  const move = (lead: Lead | undefined, stageId: string, days: number) =>
    moveLeads(at(location, days), { leads: lead ? [only(lead)] : [], stageId });
  await move(first, prospect, 8);
  await move(second, prospect, 6);
  await move(third, prospect, 1);
  await moveLeads(at(location, 5), { leads: first ? [only(first)] : [], status: "won" });
  await moveLeads(at(location, 4), { leads: second ? [only(second)] : [], status: "lost" });
  const { pipeline, steps } = await readFunnel(contextOf(location, undefined, now), { range: "30" });
  expect(pipeline?.name).toBe("Leads");
  expect(steps.map(({ stage, leads: reached, ofPrevious }) => [stage?.name ?? "won", reached, ofPrevious])).toEqual([
    ["Contact", 4, null],
    ["Prospect", 3, 75],
    ["Potential", 1, 33.3],
    ["Tentative", 1, 100],
    ["won", 1, 100],
  ]);
  expect(steps[0]?.days).toBeCloseTo(4);
  expect(steps[1]?.days).toBeNull();
  expect(await readFunnel(at(location), { range: "30", pipelineId: "0".repeat(20) })).toEqual({
    pipeline: null,
    steps: [],
  });
});

test("the forecast weighs open deals in the month that their stage is usually won in", async () => {
  const location = await aLocation();
  await made(location, 1, { stage: { key: "tentative" }, valueMinor: 100_00 });
  await made(location, 1, { stage: { key: "contact" }, valueMinor: 1000_00 });
  await made(location, 1, { stage: { key: "customer" }, valueMinor: 5_00 });
  const archived = await made(location, 1, { stage: { key: "tentative" }, valueMinor: 3_00 });
  await moveLeads(at(location), { leads: [only(archived)], archived: true });
  // Nobody has left a stage: 30 days each, half of it in the deal's own.
  const months = await readForecast(contextOf(location, undefined, now), { range: "7" });
  expect(months.map(({ month, leads, values }) => [month, leads, values[0]?.weightedMinor])).toEqual([
    ["2026-11", 0, 0],
    ["2026-12", 1, 65_00],
    ["2027-01", 0, 0],
    ["2027-02", 0, 0],
    ["2027-03", 1, 50_00],
    ["2027-04", 0, 0],
    [null, 0, 0],
  ]);
});

test("the leaderboard has who won the most first, and what belongs to nobody", async () => {
  const location = await aLocation();
  const [ada, bob] = [await aMember(location, { name: "Ada" }), await aMember(location, { name: "Bob" })];
  const small = await made(location, 2, { owner: { username: ada.username }, valueMinor: 1_00 });
  const large = await made(location, 90, { owner: { username: bob.username }, valueMinor: 9_00 });
  await made(location, 2);
  await moveLeads(at(location, 1), { leads: [small, large].map(only), status: "won" });
  const leaders = await readLeaders(contextOf(location, undefined, now), { range: "7" });
  expect(
    leaders.map(({ owner, won, created }) => [owner?.name ?? null, won.values[0]?.minor, won.leads, created.leads]),
  ).toEqual([
    ["Bob", 9_00, 1, 0],
    ["Ada", 1_00, 1, 1],
    [null, 0, 0, 1],
  ]);
});

test("deals stall after the days of their location, where they can still be won", async () => {
  const location = await aLocation();
  await made(location, 40);
  await made(location, 20, { stage: { key: "prospect" } });
  await made(location, 40, { stage: { key: "closed" } });
  const stalled = async () =>
    (await readStalled(contextOf(location, undefined, now), { range: "7" })).stages.map(
      ({ name, afterDays, leads }) => [name, afterDays, leads],
    );
  expect(await stalled()).toEqual([["Contact", 30, 1]]);
  await savePipelineSettings(contextOf(location), { stalledAfterDays: 10 });
  expect(await stalled()).toEqual([
    ["Contact", 10, 1],
    ["Prospect", 10, 1],
  ]);
});
