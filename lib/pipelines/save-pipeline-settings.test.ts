import { expect, test } from "vitest";
import { aLocation, contextOf } from "@/db/testing/factories";
import { meanwhile } from "@/db/testing/meanwhile";
import type { Context } from "@/lib/access/context";
import { readPipelineSettings } from "./read-pipeline-settings";
import { savePipelineSettings } from "./save-pipeline-settings";

test("a location starts with reasons and asks for them", async () => {
  const context = contextOf(await aLocation());
  const settings = await readPipelineSettings(context);
  expect(settings).toMatchObject({ asksLostReason: true, stalledAfterDays: 30 });
  expect(settings.lostReasons.map(({ name }) => name)).toContain("Price");
});

test("reasons are renamed, added, put in order and retired; what is left out stays", async () => {
  const context = contextOf(await aLocation());
  const { lostReasons } = await readPipelineSettings(context);
  const [first, second] = lostReasons;
  const saved = await savePipelineSettings(context, {
    asksLostReason: false,
    lostReasons: [
      { id: second?.id, name: first?.name ?? "" },
      { name: " Moved away " },
      { id: first?.id, name: second?.name ?? "" },
    ],
  });
  expect(saved).toMatchObject({ asksLostReason: false, stalledAfterDays: 30 });
  expect(saved.lostReasons.map(({ name }) => name)).toEqual([first?.name, "Moved away", second?.name]);
  expect(saved.lostReasons[0]?.id).toBe(second?.id);
  expect(await savePipelineSettings(context, { stalledAfterDays: 14 })).toMatchObject({
    ...saved,
    stalledAfterDays: 14,
  });
});

test("two reasons of one name, and one that is not there, are refused", async () => {
  const context = contextOf(await aLocation());
  const twice = savePipelineSettings(context, { lostReasons: [{ name: "Price" }, { name: "price " }] });
  await expect(twice).rejects.toMatchObject({ issues: [{ path: ["lostReasons", 1, "name"], rule: "taken" }] });
  const gone = savePipelineSettings(context, { lostReasons: [{ id: "0".repeat(20), name: "Gone" }] });
  await expect(gone).rejects.toMatchObject({ issues: [{ rule: "unknown" }] });
  const nowhere = savePipelineSettings(context, { stages: [{ id: "0".repeat(20), stalledAfterDays: 3 }] });
  await expect(nowhere).rejects.toMatchObject({ issues: [{ path: ["stages", 0] }] });
});

test("one who waited for another changes what that one made of it", async () => {
  const context = contextOf(await aLocation());
  const { lostReasons } = await readPipelineSettings(context);
  const add = (within: Context) =>
    savePipelineSettings(within, { lostReasons: [...lostReasons, { name: "Moved away" }] });
  const saved = await meanwhile(context, add, () => add(context));
  expect(saved.lostReasons.map(({ name }) => name)).toEqual([...lostReasons.map(({ name }) => name), "Moved away"]);
});

test("what is that way already is told to nobody", async () => {
  const context = { ...contextOf(await aLocation()), written: [] };
  const settings = await readPipelineSettings(context);
  expect(await savePipelineSettings(context, settings)).toEqual(settings);
  expect(context.written).toEqual([]);
});
