import { and, asc, eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { opportunities, stages, stageVisits } from "@/db/schema/opportunities";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { readPipelineSettings } from "@/lib/pipelines/read-pipeline-settings";
import { undoEvents } from "@/lib/undo/undo-events";
import type { Lead } from "./model";
import { moveLeads } from "./move-leads";
import { updateLead } from "./update-lead";

let location: Location;
beforeAll(async () => {
  location = await aLocation();
});

const context = () => contextOf(location);

/** The stage of a key. */
async function stageOf(key: string, where = location): Promise<string> {
  const [stage] = await read(contextOf(where), (transaction) =>
    transaction
      .select({ id: stages.id })
      .from(stages)
      .where(and(eq(stages.locationId, where.id), eq(stages.key, key))),
  );
  return stage?.id ?? "";
}

/** The names of the leads of a stage, from the top. */
async function column(stageId: string, where = location): Promise<string[]> {
  const rows = await read(contextOf(where), (transaction) =>
    transaction
      .select({ name: opportunities.name })
      .from(opportunities)
      .where(eq(opportunities.stageId, stageId))
      .orderBy(asc(opportunities.position), asc(opportunities.id)),
  );
  return rows.map(({ name }) => name);
}

/** The versions of all leads of a location: whoever has another one was written. */
const versions = (where: Location) =>
  read(contextOf(where), async (transaction) => {
    const rows = await transaction.select({ id: opportunities.id, version: opportunities.version }).from(opportunities);
    return new Map(rows.map(({ id, version }) => [id, version]));
  });

/** A lead by its id: as somebody names it who did not look which version it has. */
const by = ({ id }: Lead) => ({ id });

const visitsOf = (lead: Lead, where = location) =>
  read(contextOf(where), (transaction) =>
    transaction
      .select({ stageId: stageVisits.stageId, nextStageId: stageVisits.nextStageId, leftAt: stageVisits.leftAt })
      .from(stageVisits)
      .where(eq(stageVisits.opportunityId, lead.id))
      .orderBy(asc(stageVisits.leftAt)),
  );

test("leads come into a stage between two others, in the order given, and nobody else is written", async () => {
  const where = await aLocation();
  const prospect = await stageOf("prospect", where);
  const [low, high] = [
    await aLead(where, { name: "low", stage: { key: "prospect" } }),
    await aLead(where, { name: "high", stage: { key: "prospect" } }),
  ];
  const [one, two] = [await aLead(where, { name: "one" }), await aLead(where, { name: "two" })];
  const before = await versions(where);
  const moved = await moveLeads(contextOf(where), {
    leads: [by(one), by(two)],
    stageId: prospect,
    place: { after: high.id, before: low.id },
  });
  expect(moved.map(({ name, stage }) => [name, stage.key])).toEqual([
    ["one", "prospect"],
    ["two", "prospect"],
  ]);
  expect(await column(prospect, where)).toEqual(["high", "one", "two", "low"]);
  const after = await versions(where);
  expect(
    [...after]
      .filter(([id, version]) => before.get(id) !== version)
      .map(([id]) => id)
      .toSorted(),
  ).toEqual([one.id, two.id].toSorted());
  expect((await eventsOf(where, one)).at(-1)).toMatchObject({
    type: "lead.stage_changed",
    before: { stage: "contact", position: one.position },
    after: { stage: "prospect", stageName: "Prospect", stageId: prospect },
  });
});

test("a place is right below the one, else right above the other, else the top", async () => {
  const where = await aLocation();
  const stageId = await stageOf("contact", where);
  const [c, b, a] = [
    await aLead(where, { name: "c" }),
    await aLead(where, { name: "b" }),
    await aLead(where, { name: "a" }),
  ];
  const move = (lead: Lead, place: { after?: string; before?: string }) =>
    moveLeads(contextOf(where), { leads: [by(lead)], place });
  await move(a, { after: b.id });
  expect(await column(stageId, where)).toEqual(["b", "a", "c"]);
  await move(c, { before: b.id });
  expect(await column(stageId, where)).toEqual(["c", "b", "a"]);
  await move(a, { after: "0".repeat(20) });
  expect(await column(stageId, where)).toEqual(["a", "c", "b"]);
  await move(a, { after: b.id });
  expect(await column(stageId, where)).toEqual(["c", "b", "a"]);
  // A lead that comes in later still comes first.
  await move(a, {});
  await aLead(where, { name: "newest" });
  expect(await column(stageId, where)).toEqual(["newest", "a", "c", "b"]);
  expect((await eventsOf(where, a)).at(-1)).toMatchObject({ type: "lead.reordered" });
});

test("won, lost with a reason, open again, into the archive: each told once", async () => {
  const lead = await aLead(location);
  const { lostReasons } = await readPipelineSettings(context());
  const [reason] = lostReasons;
  const [lost] = await moveLeads(context(), { leads: [by(lead)], status: "lost", lostReasonId: reason?.id });
  expect(lost).toMatchObject({ status: "lost", lostReasonId: reason?.id, version: 2 });
  const [won] = await moveLeads(context(), { leads: [by(lead)], status: "won" });
  expect(won).toMatchObject({ status: "won", lostReasonId: null });
  const [open] = await moveLeads(context(), { leads: [by(lead)], status: "open", archived: true });
  expect(open).toMatchObject({ status: "open", version: 4 });
  expect(open?.archivedAt).not.toBeNull();
  const [same] = await moveLeads(context(), { leads: [by(lead)], status: "open", archived: true });
  expect(same?.version).toBe(4);
  expect((await eventsOf(location, lead)).map(({ type }) => type)).toEqual([
    "lead.created",
    "lead.status_changed",
    "lead.status_changed",
    "lead.status_changed",
    "lead.archived",
  ]);
  expect((await eventsOf(location, lead))[1]).toMatchObject({
    before: { status: "open" },
    after: { status: "lost", lostReason: reason?.name },
  });
});

test("a move that clashes with another since the version read is refused and says who did what", async () => {
  const ada = await aMember(location, { name: "Ada Admin" });
  const lead = await aLead(location);
  const [prospect, potential] = [await stageOf("prospect"), await stageOf("potential")];
  await moveLeads(contextOf(location, ada), { leads: [by(lead)], stageId: prospect });
  const stale = { leads: [{ id: lead.id, version: lead.version }], stageId: potential };
  await expect(moveLeads(context(), stale)).rejects.toMatchObject({
    code: "conflict",
    rule: "changed_since",
    message: "Ada Admin moved the lead to Prospect meanwhile. Your move was not made.",
    clashes: [{ field: "stageId", wanted: potential, present: prospect, by: "Ada Admin" }],
  });
  // Without the version it is meant.
  const [moved] = await moveLeads(context(), { leads: [by(lead)], stageId: potential });
  expect(moved?.stage.id).toBe(potential);
});

test("a change that leaves its place alone does not stand in a move's way", async () => {
  const lead = await aLead(location);
  await updateLead(context(), { lead, changes: { name: "Another name" } });
  await moveLeads(context(), { leads: [by(lead)], place: {} });
  const [moved] = await moveLeads(context(), {
    leads: [{ id: lead.id, version: lead.version }],
    stageId: await stageOf("potential"),
  });
  expect(moved).toMatchObject({ name: "Another name", stage: { key: "potential" } });
});

test("all are moved or none", async () => {
  const lead = await aLead(location);
  const stageId = await stageOf("prospect");
  const nobody = { id: "0".repeat(20) };
  await expect(moveLeads(context(), { leads: [by(lead), nobody], stageId })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(moveLeads(context(), { leads: [by(lead)], stageId: nobody.id })).rejects.toMatchObject({
    issues: [{ path: ["stageId"], rule: "unknown" }],
  });
  await expect(
    moveLeads(context(), { leads: [by(lead)], status: "lost", lostReasonId: nobody.id }),
  ).rejects.toMatchObject({ issues: [{ path: ["lostReasonId"] }] });
  await expect(
    moveLeads(context(), { leads: [by(lead)], stageId: await stageOf("contact", await aLocation()) }),
  ).rejects.toMatchObject({ code: "invalid" });
  const rep = await aMember(location, { role: "rep", visibility: "own" });
  await expect(moveLeads(contextOf(location, rep), { leads: [by(lead)], stageId })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await eventsOf(location, lead)).toHaveLength(1);
});

test("the stays of a lead are kept for reports, and a move taken back was never one", async () => {
  const lead = await aLead(location);
  const [contact, prospect, potential] = [lead.stage.id, await stageOf("prospect"), await stageOf("potential")];
  const later = (seconds: number) => contextOf(location, undefined, new Date(Date.now() + seconds * 1000));
  await moveLeads(later(60), { leads: [by(lead)], stageId: prospect });
  const written: string[] = [];
  await moveLeads({ ...later(120), written }, { leads: [by(lead)], stageId: potential, status: "won" });
  expect(await visitsOf(lead)).toMatchObject([
    { stageId: contact, nextStageId: prospect },
    { stageId: prospect, nextStageId: potential },
  ]);
  expect(written).toHaveLength(2);
  await undoEvents(later(180), { events: written });
  expect(await visitsOf(lead)).toMatchObject([{ stageId: contact, nextStageId: prospect }]);
  const [again] = await moveLeads(later(240), { leads: [by(lead)], place: {} });
  expect(again).toMatchObject({ stage: { id: prospect }, status: "open" });
});

test("the tallies know how a lead ended", async () => {
  const where = await aLocation();
  const lead = await aLead(where, { valueMinor: 500 });
  await moveLeads(contextOf(where), { leads: [by(lead)], status: "won" });
  const rows = await read(contextOf(where), (transaction) =>
    transaction.execute<{ status: string; leads: number }>(
      sql`select status, sum(leads)::int as leads from lead_tallies where created_on is null group by status having sum(leads) <> 0`,
    ),
  );
  expect(rows.rows).toEqual([{ status: "won", leads: 1 }]);
});
