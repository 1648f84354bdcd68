import { expect, test } from "vitest";
import { aLead, aLocation, contextOf } from "@/db/testing/factories";
import { meanwhile } from "@/db/testing/meanwhile";
import type { Context } from "@/lib/access/context";
import { arrangePipelines } from "./arrange-pipelines";
import { createPipeline } from "./create-pipeline";
import { readPipelines } from "./read-pipelines";

const stage = { name: "New", color: "#112233", probability: 30, stalledAfterDays: null };

const made = (context: Context, name: string, names = ["New"]) =>
  createPipeline(context, { name, stages: names.map((each) => ({ ...stage, name: each })) });

test("a pipeline is added behind the others, with stages whose keys are its own", async () => {
  const context = contextOf(await aLocation());
  const renewals = await made(context, " Renewals ", ["Contact", "Signed ", "Signed!"]);
  expect(renewals).toMatchObject({ name: "Renewals", isDefault: false });
  expect(renewals.stages.map(({ key, name }) => [key, name])).toEqual([
    ["contact", "Contact"],
    ["signed", "Signed"],
    ["signed_2", "Signed!"],
  ]);
  expect((await readPipelines(context)).map(({ name }) => name)).toEqual(["Leads", "Renewals"]);
});

test("of two who add a pipeline of one name at once, one is refused", async () => {
  const context = contextOf(await aLocation());
  const second = meanwhile(
    context,
    (inside) => made(inside, "Renewals"),
    () => made(context, "renewals"),
  );
  await expect(second).rejects.toMatchObject({ issues: [{ path: ["name"], rule: "taken" }] });
});

test("two pipelines of a name and two stages of a name are refused", async () => {
  const context = contextOf(await aLocation());
  await expect(made(context, "leads")).rejects.toMatchObject({ issues: [{ path: ["name"], rule: "taken" }] });
  await expect(made(context, "Other", ["New", "new "])).rejects.toMatchObject({
    issues: [{ path: ["stages", 1, "name"], rule: "taken" }],
  });
});

test("pipelines are put in order, and new leads start in the one that is chosen", async () => {
  const location = await aLocation();
  const context = contextOf(location);
  const [leads] = await readPipelines(context);
  const renewals = await made(context, "Renewals");
  const order = [renewals.id, leads?.id ?? ""];
  const arranged = await arrangePipelines(context, { order, defaultId: renewals.id });
  expect(arranged.map(({ id, isDefault }) => [id, isDefault])).toEqual([
    [order[0], true],
    [order[1], false],
  ]);
  expect((await aLead(location)).stage.id).toBe(renewals.stages[0]?.id);
  expect(await arrangePipelines(context, { order })).toEqual(await readPipelines(context));
});

test("an order that does not name each of them once is refused, and a pipeline that is not there", async () => {
  const context = contextOf(await aLocation());
  const { id } = await made(context, "Renewals");
  const elsewhere = (await readPipelines(contextOf(await aLocation())))[0]?.id ?? "";
  for (const order of [[id], [id, id], [id, elsewhere]])
    await expect(arrangePipelines(context, { order })).rejects.toMatchObject({ issues: [{ path: ["order"] }] });
  await expect(arrangePipelines(context, { defaultId: elsewhere })).rejects.toMatchObject({
    issues: [{ path: ["defaultId"] }],
  });
});
