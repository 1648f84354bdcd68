import { expect, test } from "vitest";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, contextOf } from "@/db/testing/factories";
import { readPipelines } from "@/lib/pipelines/read-pipelines";
import { deleteLead } from "./delete-lead";
import { deleteStage } from "./delete-stage";
import { getLead } from "./get-lead";
import { listBoardCards } from "./list-board-cards";
import { restoreLead } from "./restore-lead";

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

  expect(await into(potential)).toEqual({ moved: 2 });
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
