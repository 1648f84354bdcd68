import { beforeAll, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLocation, aMember, aToken } from "@/db/testing/factories";
import { Problem } from "@/lib/dialects/native/dialect";
import { ViewAnswer, ViewsAnswer } from "@/lib/dialects/native/views";
import { newId } from "@/lib/kit/id";

type Call = ReturnType<typeof apiCaller>;

let admin: Call;
let ada: Call;
let bob: Call;
let key: Call;
let stranger: Call;

beforeAll(async () => {
  const location = await aLocation();
  const of = async (member: Awaited<ReturnType<typeof aMember>>) =>
    apiCaller(routeTable, (await aToken(location, { user: member })).secret);
  admin = await of(await aMember(location));
  ada = await of(await aMember(location, { role: "rep", name: "Ada" }));
  bob = await of(await aMember(location, { role: "rep", name: "Bob" }));
  key = apiCaller(routeTable, (await aToken(location)).secret);
  const elsewhere = await aLocation();
  const other = await aMember(elsewhere);
  stranger = apiCaller(routeTable, (await aToken(elsewhere, { user: other })).secret);
});

const query = {
  filter: { all: [{ field: "status", operator: "is", value: "open" }, { any: [] }] },
  sorts: [{ field: "valueMinor", direction: "desc" }],
  search: "roof",
};

async function made(call: Call, given: Record<string, unknown> = {}) {
  const { status, body } = await call("POST", "/api/app/views", {
    json: { name: "Hot", kind: "table", query, ...given },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return ViewAnswer.parse(body);
}

async function seen(call: Call, kind = "table") {
  const { body } = await call("GET", `/api/app/views?kind=${kind}`);
  return ViewsAnswer.parse(body).views;
}

const namesFor = async (call: Call, kind?: string) => (await seen(call, kind)).map(({ name }) => name);

const refusal = async (call: Call, method: string, path: string, json?: unknown) => {
  const { status, body } = await call(method, path, json === undefined ? {} : { json });
  return { status, paths: Problem.parse(body).issues?.map((issue) => issue.path.join(".")) };
};

test("a private view is its owner's alone, a team's view is everybody's; queries come back as they were", async () => {
  const columns = [
    { field: "name", width: 280 },
    { field: "tags", pinned: true },
  ];
  const mine = await made(ada, { name: "Mine", columns, settings: { groupBy: "stage" } });
  await made(ada, { name: "Ours", shared: true });
  await made(bob, { name: "Board", kind: "board" });
  expect(mine).toMatchObject({ query, columns, settings: { groupBy: "stage" }, owner: { name: "Ada" }, shared: false });
  expect(await namesFor(ada)).toEqual(["Mine", "Ours"]);
  expect(await namesFor(bob)).toEqual(["Ours"]);
  expect(await namesFor(key)).toEqual(["Ours"]);
  expect(await namesFor(stranger)).toEqual([]);
  expect(await namesFor(bob, "board")).toEqual(["Board"]);
});

test("a team's view is changed and deleted by its owner or an administrator, and by nobody else", async () => {
  const { id } = await made(ada, { name: "Team", shared: true });
  const path = `/api/app/views/${id}`;
  expect(await refusal(bob, "PATCH", path, { name: "Bob's" })).toMatchObject({ status: 403 });
  expect(await refusal(bob, "DELETE", path)).toMatchObject({ status: 403 });
  expect(await refusal(stranger, "PATCH", path, { name: "Strange" })).toMatchObject({ status: 404 });
  expect(await refusal(admin, "PATCH", path, { shared: false })).toMatchObject({ status: 403 });
  expect((await admin("PATCH", path, { json: { name: "Renamed", position: 0 } })).body).toMatchObject({
    name: "Renamed",
  });
  expect((await seen(bob)).find((view) => view.id === id)).toMatchObject({ name: "Renamed", changeable: false });
  expect((await ada("DELETE", path)).status).toBe(200);
  expect(await namesFor(bob)).not.toContain("Renamed");
});

test("somebody else's private view is not there, not even for an administrator", async () => {
  const { id } = await made(ada, { name: "Secret" });
  for (const call of [bob, admin, key, stranger])
    expect(await refusal(call, "PATCH", `/api/app/views/${id}`, { name: "x" })).toMatchObject({ status: 404 });
  expect(await refusal(bob, "PUT", "/api/app/views/default", { kind: "table", viewId: id })).toMatchObject({
    status: 404,
  });
});

test("each user has a default of their own, which goes with the view", async () => {
  const { id } = await made(ada, { name: "Start", shared: true });
  const choose = (call: Call, viewId: string | null) =>
    call("PUT", "/api/app/views/default", { json: { kind: "table", viewId } });
  const defaultOf = async (call: Call) => (await seen(call)).find(({ isDefault }) => isDefault)?.id;
  expect((await choose(bob, id)).status).toBe(200);
  expect([await defaultOf(bob), await defaultOf(ada)]).toEqual([id, undefined]);
  expect((await choose(bob, null)).status).toBe(200);
  expect(await defaultOf(bob)).toBeUndefined();
  await choose(bob, id);
  expect((await ada("DELETE", `/api/app/views/${id}`)).status).toBe(200);
  expect(await defaultOf(bob)).toBeUndefined();
});

test("what does not fit is refused", async () => {
  const wrong = (given: Record<string, unknown>) =>
    refusal(ada, "POST", "/api/app/views", { name: "x", kind: "table", query, ...given });
  expect(await wrong({ name: " " })).toEqual({ status: 422, paths: ["name"] });
  expect(await wrong({ kind: "chart" })).toEqual({ status: 422, paths: ["kind"] });
  expect(await wrong({ query: { filter: { all: [{ field: "no", operator: "is", value: "x" }] } } })).toEqual({
    status: 422,
    paths: ["filter.all.0.field"],
  });
  expect(await wrong({ columns: [{ field: `custom:${newId()}` }] })).toEqual({ status: 422, paths: ["columns.0"] });
  expect(await wrong({ settings: { deep: { er: 1 } } })).toMatchObject({ status: 422 });
  expect(await refusal(key, "POST", "/api/app/views", { name: "x", kind: "table", query })).toMatchObject({
    status: 403,
  });
  const { id } = await made(ada, { kind: "board" });
  expect(await refusal(ada, "PUT", "/api/app/views/default", { kind: "table", viewId: id })).toEqual({
    status: 422,
    paths: ["viewId"],
  });
  expect(await refusal(ada, "PATCH", "/api/app/views/nonsense", { name: "x" })).toMatchObject({ status: 404 });
});
