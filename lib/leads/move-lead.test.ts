import { asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { leadTallies, opportunities, pipelines, stages } from "@/db/schema/opportunities";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, contextOf } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { activateLead } from "./activate-lead";
import { archiveLead } from "./archive-lead";
import { listLeads } from "./list-leads";
import { moveLead } from "./move-lead";

let location: Location;
let context: Context;
beforeAll(async () => {
  location = await aLocation();
  context = contextOf(location);
});

const inStage = (key: string) => listLeads(context, { filter: { stage: { key } }, page: { limit: 10, offset: 0 } });
const types = async (lead: { id: string }) => (await eventsOf(location, lead)).map(({ type }) => type);

test("moves a lead to the top of the stage, and totals follow", async () => {
  const [earlier, later] = [await aLead(location, { stage: { key: "tentative" } }), await aLead(location)];
  expect(await moveLead(contextOf(location), { lead: later, stage: { key: "tentative" } })).toMatchObject({
    stage: { key: "tentative" },
    version: 2,
  });
  expect((await inStage("tentative")).total).toBe(2);
  const board = await read(context, (transaction) =>
    transaction
      .select({ id: opportunities.id })
      .from(opportunities)
      .where(eq(opportunities.stageId, earlier.stage.id))
      .orderBy(asc(opportunities.position)),
  );
  expect(board.map(({ id }) => id)).toEqual([later.id, earlier.id]);
  expect((await eventsOf(location, later)).at(-1)).toMatchObject({
    type: "lead.stage_changed",
    before: { stage: "contact", stageName: "Contact" },
    after: { stage: "tentative", stageName: "Tentative" },
  });
});

test("moves into another pipeline by the stage's number", async () => {
  const lead = await aLead(location);
  const [pipelineId, id] = [newId(), newId()];
  const number = await change(context, async (transaction) => {
    await transaction
      .insert(pipelines)
      .values({ locationId: location.id, id: pipelineId, name: "Renewals", position: 1 });
    const stage = {
      locationId: location.id,
      id,
      pipelineId,
      key: "due",
      name: "Due",
      color: "#000000",
      probability: 50,
      position: 0,
    };
    const [row] = await transaction.insert(stages).values(stage).returning({ number: stages.number });
    return {
      result: row?.number ?? 0,
      events: [{ type: "settings.changed", subject: { type: "pipeline", id: pipelineId } }],
    };
  });
  expect((await moveLead(context, { lead, stage: { number } })).stage).toMatchObject({ id, pipelineId });
  // Keys are those of the default pipeline.
  await expect(moveLead(context, { lead, stage: { key: "due" } })).rejects.toMatchObject({ code: "invalid" });
});

test("stays where it is when it is there already, and refuses a stage that is not the location's", async () => {
  const lead = await aLead(location);
  expect(await moveLead(context, { lead, stage: { number: lead.stage.number } })).toEqual(lead);
  const elsewhere = await aLead(await aLocation());
  for (const number of [elsewhere.stage.number, Number.MAX_SAFE_INTEGER, 0]) {
    await expect(moveLead(context, { lead, stage: { number } })).rejects.toMatchObject({
      issues: [{ path: ["stage"], rule: "unknown" }],
    });
  }
  expect(await types(lead)).toEqual(["lead.created"]);
});

test("two moves at once happen one after the other", async () => {
  const lead = await aLead(location);
  await Promise.all(["prospect", "potential"].map((key) => moveLead(context, { lead, stage: { key } })));
  const moves = (await eventsOf(location, lead)).filter(({ type }) => type === "lead.stage_changed");
  expect(moves[0]?.before).toMatchObject({ stage: "contact" });
  expect(moves[1]?.before).toEqual(moves[0]?.after);
});

test("the archive takes a lead in and gives it back, once each", async () => {
  const lead = await aLead(location);
  const archived = await archiveLead(context, lead);
  expect(archived.archivedAt).toEqual(context.now);
  expect(await archiveLead(contextOf(location), lead)).toEqual(archived);
  const sum = () => read(context, (transaction) => transaction.$count(leadTallies, eq(leadTallies.archived, true)));
  expect(await sum()).toBeGreaterThan(0);
  expect(await activateLead(context, lead)).toMatchObject({ archivedAt: null });
  expect(await activateLead(context, lead)).toMatchObject({ archivedAt: null, version: 3 });
  expect(await types(lead)).toEqual(["lead.created", "lead.archived", "lead.activated"]);
  await expect(archiveLead(contextOf(await aLocation()), lead)).rejects.toMatchObject({ code: "not_found" });
});
