import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import { meanwhile } from "@/db/testing/meanwhile";
import { change, read } from "@/lib/data/doors";
import { createLead } from "@/lib/leads/create-lead";
import { deleteLead } from "@/lib/leads/delete-lead";
import { getLead } from "@/lib/leads/get-lead";
import { listBoardCards } from "@/lib/leads/list-board-cards";
import { restoreLead } from "@/lib/leads/restore-lead";
import { setArchived } from "@/lib/leads/set-archived";
import { readPipelines } from "@/lib/pipelines/read-pipelines";
import { cancelBulk } from "./cancel-bulk";
import { deleteStage } from "./delete-stage";
import { getBulk } from "./get-bulk";
import { bulkLimits } from "./model";
import { runBulk } from "./run-bulk";
import { undoBulk } from "./undo-bulk";

test("a stage is deleted only into another one, which its leads go to in their order", async () => {
  const location = await aLocation();
  const context = contextOf(location);
  const stagesNow = async () => (await readPipelines(context))[0]?.stages ?? [];
  const named = async (key: string) => (await stagesNow()).find((stage) => stage.key === key)?.id ?? "";
  const [prospect, potential] = [await named("prospect"), await named("potential")];
  const low = await aLead(location, { name: "low", stage: { key: "prospect" } });
  const high = await aLead(location, { name: "high", stage: { key: "prospect" } });
  const binned = await aLead(location, { name: "binned", stage: { key: "prospect" } });
  await deleteLead(context, { lead: { id: binned.id } });

  const into = (targetId: string) => deleteStage(context, { stageId: prospect, targetId });
  await expect(into(prospect)).rejects.toMatchObject({ issues: [{ path: ["target"] }] });
  await expect(into("0".repeat(20))).rejects.toMatchObject({ issues: [{ path: ["target"] }] });
  expect((await stagesNow()).find(({ id }) => id === prospect)?.leads).toBe(2);

  expect(await into(potential)).toEqual({ moved: 2, bulk: null });
  expect((await stagesNow()).map(({ key }) => key)).not.toContain("prospect");
  expect((await stagesNow()).find(({ id }) => id === potential)?.leads).toBe(2);
  const { cards } = await listBoardCards(context, { stageId: potential, limit: 10, status: "open" });
  expect(cards.map(({ name }) => name)).toEqual(["high", "low"]);
  expect((await eventsOf(location, low)).map(({ type }) => type)).toContain("lead.stage_changed");
  await restoreLead(context, { leadId: binned.id });
  expect((await getLead(context, { id: binned.id })).stage.id).toBe(potential);
  expect((await getLead(context, { id: high.id })).version).toBe(2);
  await expect(into(potential)).rejects.toMatchObject({ code: "not_found" });
});

test("a lead that comes into a stage while it is deleted goes with the others, or is refused", async () => {
  const context = contextOf(await aLocation());
  const [from, to, other] = (await readPipelines(context))[0]?.stages.map(({ id }) => id) ?? [];
  if (!from || !to || !other) throw new Error("A pipeline starts with stages.");
  const late = meanwhile(
    context,
    (inside) => deleteStage(inside, { stageId: from, targetId: to }),
    () => createLead(context, { stage: { id: from } }),
  );
  await expect(late).rejects.toMatchObject({ issues: [{ path: ["stage"], rule: "unknown" }] });
  const deleted = await meanwhile(
    context,
    (inside) => createLead(inside, { stage: { id: to } }),
    () => deleteStage(context, { stageId: to, targetId: other }),
  );
  expect(deleted).toEqual({ moved: 1, bulk: null });
});

/** A stage with so many leads, the first of them by its id; made like that one, past the commands, some of them in the bin. */
async function crowdedStage(count: number, binned = 0) {
  const location = await aLocation();
  const context = contextOf(location, await aMember(location));
  const stages = (await readPipelines(context))[0]?.stages ?? [];
  const idOf = (key: string) => stages.find((stage) => stage.key === key)?.id ?? "";
  const [stageId, targetId] = [idOf("prospect"), idOf("potential")];
  const first = await aLead(location, { stage: { id: stageId } });
  await change(context, async (transaction) => {
    await transaction.execute(sql`insert into opportunities (location_id, id, slug, contact_id, pipeline_id, stage_id, name, currency, category_id, position, deleted_at)
      select location_id, left(id, 14) || lpad(n::text, 6, '0'), 's' || n, contact_id, pipeline_id, stage_id, 'Many ' || n, currency, category_id, position || n,
        case when n > ${count}::int then now() end
      from opportunities, generate_series(2, ${count + binned}::int) n where id = ${first.id}`);
    return { result: null, unchanged: true };
  });
  const placesOf = async () => {
    const { rows } = await read(context, (transaction) =>
      transaction.execute<{ id: string; stageId: string; position: string }>(sql`
        select id, stage_id as "stageId", position from opportunities where location_id = ${location.id} and name like 'Many %' order by id`),
    );
    return rows;
  };
  const leadsIn = async (id: string) =>
    (await readPipelines(context))[0]?.stages.find((stage) => stage.id === id)?.leads;
  return { location, context, first, stageId, targetId, placesOf, leadsIn };
}

test("of a crowded stage some leads go at once and a job moves the others; all of it is undone, and done again", async () => {
  const count = bulkLimits.emptied + 250;
  const { location, context, first, stageId, targetId, placesOf, leadsIn } = await crowdedStage(count);
  const binned = await aLead(location, { stage: { id: stageId } });
  await deleteLead(context, { lead: { id: binned.id } });
  const before = await placesOf();
  const { moved, bulk } = await deleteStage(context, { stageId, targetId });
  expect(moved).toBe(bulkLimits.emptied);
  expect(bulk).toMatchObject({ state: "waiting", total: count, done: moved, command: { type: "deleteStage" } });
  expect(await leadsIn(stageId)).toBe(count - moved);
  await aLead(location, { stage: { id: stageId } });
  const id = bulk?.id ?? "";
  await runBulk(context, id);
  expect(await getBulk(context, { id })).toMatchObject({ state: "done", changed: count + 1, failure: null });
  expect([await leadsIn(stageId), await leadsIn(targetId)]).toEqual([undefined, count + 1]);

  await setArchived(context, { leadId: first.id, archived: true });
  const undoing = await undoBulk(context, { id });
  await runBulk(context, undoing.id);
  expect(await getBulk(context, { id: undoing.id })).toMatchObject({ state: "done", skipped: 0 });
  expect([await leadsIn(stageId), await leadsIn(targetId)]).toEqual([count + 1, 0]);
  expect(await placesOf()).toEqual(before);
  await restoreLead(context, { leadId: binned.id });
  expect((await getLead(context, { id: binned.id })).stage.id).toBe(stageId);

  const again = await undoBulk(context, { id: undoing.id });
  await runBulk(context, again.id);
  expect([await leadsIn(stageId), await leadsIn(targetId)]).toEqual([undefined, count + 2]);
});

test("leads in the bin go batch by batch as well, after the others, and come back with them", async () => {
  const { context, stageId, targetId, placesOf, leadsIn } = await crowdedStage(2, bulkLimits.emptied + 1);
  const before = await placesOf();
  const inStage = async (id: string) => (await placesOf()).filter((lead) => lead.stageId === id).length;
  const { moved, bulk } = await deleteStage(context, { stageId, targetId });
  // Nobody waits for more than a batch, whatever is in it.
  expect([moved, bulk?.total, await inStage(stageId)]).toEqual([2, 2, 3]);
  const id = bulk?.id ?? "";
  await cancelBulk(context, { id });
  const undoing = await undoBulk(context, { id });
  await runBulk(context, undoing.id);
  expect(await placesOf()).toEqual(before);

  const again = await deleteStage(context, { stageId, targetId });
  await runBulk(context, again.bulk?.id ?? "");
  expect([await leadsIn(stageId), await inStage(targetId)]).toEqual([undefined, before.length]);
  const back = await undoBulk(context, { id: again.bulk?.id ?? "" });
  await runBulk(context, back.id);
  expect(await placesOf()).toEqual(before);
});

test("a deletion that is cancelled leaves the stage, and what went out of it can be undone", async () => {
  const { context, stageId, targetId, leadsIn } = await crowdedStage(bulkLimits.emptied + 1);
  const { bulk } = await deleteStage(context, { stageId, targetId });
  const id = bulk?.id ?? "";
  await cancelBulk(context, { id });
  await runBulk(context, id);
  expect([await leadsIn(stageId), await leadsIn(targetId)]).toEqual([1, bulkLimits.emptied]);
  const undoing = await undoBulk(context, { id });
  await runBulk(context, undoing.id);
  expect([await leadsIn(stageId), await leadsIn(targetId)]).toEqual([bulkLimits.emptied + 1, 0]);
});

test("a stage whose leads have nowhere to go any more stays, and it is said why", async () => {
  const { context, stageId, targetId, leadsIn } = await crowdedStage(bulkLimits.emptied + 1);
  const { bulk } = await deleteStage(context, { stageId, targetId });
  const elsewhere = (await readPipelines(context))[0]?.stages.at(-1)?.id ?? "";
  const other = await deleteStage(context, { stageId: targetId, targetId: elsewhere });
  await runBulk(context, other.bulk?.id ?? "");
  const id = bulk?.id ?? "";
  await runBulk(context, id);
  expect(await getBulk(context, { id })).toMatchObject({ state: "failed", failure: expect.stringContaining("stage") });
  expect(await leadsIn(stageId)).toBe(1);
});
