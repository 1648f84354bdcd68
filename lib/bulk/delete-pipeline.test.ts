import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { stageVisits } from "@/db/schema/opportunities";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import { createPipelineWithStages } from "@/db/testing/pipelines";
import { read } from "@/lib/data/doors";
import { deleteLead } from "@/lib/leads/delete-lead";
import { getLead } from "@/lib/leads/get-lead";
import { moveLead } from "@/lib/leads/move-lead";
import { restoreLead } from "@/lib/leads/restore-lead";
import { arrangePipelines } from "@/lib/pipelines/arrange-pipelines";
import { readPipelines } from "@/lib/pipelines/read-pipelines";
import { undoEvents } from "@/lib/undo/undo-events";
import { deletePipeline } from "./delete-pipeline";

async function twoPipelines() {
  const location = await aLocation();
  const context = contextOf(location, await aMember(location));
  const [first] = await readPipelines(context);
  const { id, stageIds } = await createPipelineWithStages(context, "Renewals", ["Due", "Asked"]);
  const [due, asked] = [stageIds[0] ?? "", stageIds[1] ?? ""];
  return { location, context, leads: first, renewals: id, due, asked, target: first?.stages[1]?.id ?? "" };
}

test("a pipeline is deleted only into a stage of another one, which all of its leads go to", async () => {
  const { location, context, renewals, due, asked, target } = await twoPipelines();
  const [one, other, binned] = [
    await aLead(location, { stage: { id: due } }),
    await aLead(location, { stage: { id: asked } }),
    await aLead(location, { stage: { id: asked } }),
  ];
  await deleteLead(context, { lead: { id: binned.id } });
  const into = (targetId: string) => deletePipeline(context, { pipelineId: renewals, targetId });
  await expect(into(asked)).rejects.toMatchObject({ issues: [{ path: ["target"] }] });
  await expect(into("0".repeat(20))).rejects.toMatchObject({ issues: [{ path: ["target"] }] });
  expect(await into(target)).toEqual({ moved: 2, bulk: null });
  expect((await readPipelines(context)).map(({ name }) => name)).toEqual(["Leads"]);
  for (const { id } of [one, other]) expect((await getLead(context, { id })).stage.id).toBe(target);
  await restoreLead(context, { leadId: binned.id });
  expect((await getLead(context, { id: binned.id })).stage.id).toBe(target);
  await expect(into(target)).rejects.toMatchObject({ code: "not_found" });
});

test("the only pipeline stays; where new leads start in the one that is deleted, they start in the other", async () => {
  const { context, leads, renewals, due, target } = await twoPipelines();
  await arrangePipelines(context, { defaultId: renewals });
  await deletePipeline(context, { pipelineId: renewals, targetId: target });
  expect((await readPipelines(context)).map(({ isDefault }) => isDefault)).toEqual([true]);
  const last = deletePipeline(context, { pipelineId: leads?.id ?? "", targetId: due });
  await expect(last).rejects.toMatchObject({ rule: "last_pipeline" });
});

test("one event takes it back: the leads that nobody moved since, those in the bin, and how long they stayed where", async () => {
  const { location, context, leads, renewals, due, asked, target } = await twoPipelines();
  const moved = await aLead(location, { stage: { id: due } });
  await moveLead(contextOf(location, undefined, new Date(Date.now() + 1000)), { lead: moved, stage: { id: asked } });
  const [elsewhere, binned] = [
    await aLead(location, { stage: { id: due } }),
    await aLead(location, { stage: { id: due } }),
  ];
  await deleteLead(context, { lead: { id: binned.id } });
  const visits = () =>
    read(context, (transaction) =>
      transaction.select().from(stageVisits).where(eq(stageVisits.opportunityId, moved.id)),
    );
  const [before, stays] = [await readPipelines(context), await visits()];
  expect(stays.map(({ stageId }) => stageId)).toEqual([due]);

  const written: string[] = [];
  const later = { ...context, now: new Date(Date.now() + 2000), written };
  await deletePipeline(later, { pipelineId: renewals, targetId: target });
  expect(written).toHaveLength(1);
  const customer = leads?.stages.at(-1)?.id ?? "";
  const latest = new Date(Date.now() + 3000);
  await moveLead({ ...context, now: latest }, { lead: elsewhere, stage: { id: customer } });

  await undoEvents({ ...context, now: latest }, { events: written });
  const stageOf = async (id: string) => (await getLead(context, { id })).stage.id;
  expect([await stageOf(moved.id), await stageOf(elsewhere.id)]).toEqual([asked, customer]);
  await restoreLead(context, { leadId: binned.id });
  expect(await stageOf(binned.id)).toBe(due);
  expect(await visits()).toEqual(stays);
  const shape = (all: typeof before) => all.map(({ stages, ...pipeline }) => [pipeline, stages.map(({ id }) => id)]);
  expect(shape(await readPipelines(context))).toEqual(shape(before));
});
