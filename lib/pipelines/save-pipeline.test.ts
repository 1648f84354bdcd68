import { expect, test } from "vitest";
import { aLocation, contextOf } from "@/db/testing/factories";
import type { Context } from "@/lib/access/context";
import type { Pipeline } from "./model";
import { readPipelines } from "./read-pipelines";
import { savePipeline } from "./save-pipeline";

async function onlyPipeline(context: Context): Promise<Pipeline> {
  const [pipeline] = await readPipelines(context);
  if (!pipeline) throw new Error("There is no pipeline.");
  return pipeline;
}

const fresh = { name: "Prospect", color: "#112233", probability: 30, stalledAfterDays: 7 };

test("stages are renamed, ordered and added; their keys stay, and new ones get keys of their own", async () => {
  const context = contextOf(await aLocation());
  const { id: pipelineId, stages } = await onlyPipeline(context);
  const wanted = stages.map(({ key: _, leads: __, ...stage }) => stage).toReversed();
  const renamed = wanted.map((stage) => (stage.name === "Prospect" ? { ...stage, name: "Reached" } : stage));
  const saved = await savePipeline(context, { pipelineId, name: " Sales ", stages: [fresh, ...renamed] });
  expect(saved.name).toBe("Sales");
  expect(saved.stages.map(({ name }) => name)).toEqual(["Prospect", ...renamed.map(({ name }) => name)]);
  expect(saved.stages[0]).toMatchObject({ key: "prospect_2", stalledAfterDays: 7, leads: 0 });
  expect(saved.stages.find(({ name }) => name === "Reached")?.key).toBe("prospect");
  expect(await onlyPipeline(context)).toEqual(saved);
});

test("a stage that is left out, one that is not there and two of a name are refused", async () => {
  const context = contextOf(await aLocation());
  const { id: pipelineId, stages } = await onlyPipeline(context);
  await expect(savePipeline(context, { pipelineId, stages: stages.slice(1) })).rejects.toMatchObject({
    issues: [{ rule: "left_out" }],
  });
  await expect(
    savePipeline(context, { pipelineId, stages: [...stages, { ...fresh, id: "0".repeat(20), name: "Gone" }] }),
  ).rejects.toMatchObject({ issues: [{ rule: "unknown" }] });
  await expect(
    savePipeline(context, { pipelineId, stages: [...stages, { ...fresh, name: "prospect " }] }),
  ).rejects.toMatchObject({ issues: [{ rule: "taken" }] });
  const elsewhere = contextOf(await aLocation());
  await expect(savePipeline(elsewhere, { pipelineId, name: "Mine" })).rejects.toMatchObject({ code: "not_found" });
});
