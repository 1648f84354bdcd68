import { beforeAll, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { PipelineAnswer, PipelinesAnswer } from "@/lib/dialects/native/pipelines";
import { getLead } from "@/lib/leads/get-lead";

type Call = ReturnType<typeof apiCaller>;

let location: Location;
let admin: Call;
let rep: Call;

beforeAll(async () => {
  location = await aLocation();
  const of = async (role: "admin" | "rep") => {
    const user = await aMember(location, { role });
    return apiCaller(routeTable, (await aToken(location, { user })).secret);
  };
  [admin, rep] = [await of("admin"), await of("rep")];
});

const stages = [{ name: "Due", color: "#112233", probability: 30, stalledAfterDays: null }];
const pathTo = (pipeline: { id: string } | undefined) => `/api/app/pipelines/${pipeline?.id ?? ""}`;
const all = async () => PipelinesAnswer.parse((await rep("GET", "/api/app/pipelines")).body).pipelines;

test("a pipeline is added, put first and made the one that new leads start in", async () => {
  const { status, body } = await admin("POST", "/api/app/pipelines", { json: { name: "Renewals", stages } });
  expect(status).toBe(201);
  const { id } = PipelineAnswer.parse(body);
  const order = (await all()).map((pipeline) => pipeline.id).toReversed();
  expect((await admin("PUT", "/api/app/pipelines", { json: { order, defaultId: id } })).status).toBe(200);
  expect((await all())[0]).toMatchObject({ id, name: "Renewals", isDefault: true });
  const taken = await admin("POST", "/api/app/pipelines", { json: { name: "renewals", stages } });
  expect([taken.status, taken.body.issues]).toMatchObject([422, [{ path: ["name"] }]]);
});

test("a deleted pipeline comes back with its leads, by one event", async () => {
  const [pipeline] = await all();
  const lead = await aLead(location, { stage: { id: pipeline?.stages[0]?.id ?? "" } });
  const [target] = (await all()).flatMap(({ id, stages: others }) => (id === pipeline?.id ? [] : others));
  expect((await admin("DELETE", pathTo(pipeline))).status).toBe(422);
  const deleted = await admin("DELETE", `${pathTo(pipeline)}?target=${target?.id ?? ""}`);
  expect([deleted.status, deleted.body]).toEqual([200, { moved: 1, bulk: null }]);
  const events = deleted.headers.get("leadwright-events")?.split(",") ?? [];
  expect(events).toHaveLength(1);
  const stageOf = async () => (await getLead(contextOf(location), { id: lead.id })).stage.id;
  expect(await stageOf()).toBe(target?.id);
  expect((await admin("POST", "/api/app/undo", { json: { events } })).status).toBe(200);
  expect([await stageOf(), (await all())[0]?.id]).toEqual([pipeline?.stages[0]?.id, pipeline?.id]);
});

test("whoever may not write settings changes nothing of pipelines", async () => {
  const before = await all();
  const [one, other] = before;
  const attempts: [string, string, object?][] = [
    ["POST", "/api/app/pipelines", { name: "Mine", stages }],
    ["PUT", "/api/app/pipelines", { order: [other?.id, one?.id] }],
    ["DELETE", `${pathTo(one)}?target=${other?.stages[0]?.id ?? ""}`],
  ];
  for (const [method, path, json] of attempts)
    expect((await rep(method, path, json ? { json } : {})).status, path).toBe(403);
  expect(await all()).toEqual(before);
});
