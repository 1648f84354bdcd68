import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { Problem } from "@/lib/dialects/native/dialect";
import { LeadsAnswer } from "@/lib/dialects/native/lead-query";
import { newId } from "@/lib/kit/id";
import { deleteLead } from "@/lib/leads/delete-lead";
import type { Group } from "@/lib/leads/query/model";

type Call = ReturnType<typeof apiCaller>;

let location: Location;
let admin: Call;
let rep: Call;
let repId: string;
let stranger: Call;
let stageId: string;

beforeAll(async () => {
  location = await aLocation();
  const member = await aMember(location, { role: "rep", visibility: "own", name: "Rita Rep" });
  repId = member.id;
  admin = apiCaller(routeTable, (await aToken(location)).secret);
  rep = apiCaller(routeTable, (await aToken(location, { user: member })).secret);
  stranger = apiCaller(routeTable, (await aToken(await aLocation())).secret);
  const roof = await aLead(location, {
    name: "Roof",
    valueMinor: 5000,
    source: "fair",
    contact: { firstName: "Ada", lastName: "Byron", email: "ada@roof.example" },
    tags: ["hot", "vip"],
  });
  stageId = roof.stage.id;
  await aLead(location, { name: "Solar", valueMinor: 7000, owner: { username: member.username } });
  await aLead(location, { name: "Barn", stage: { key: "prospect" } }, member);
});

const asked = (parameters: { filter?: Group } & Record<string, unknown>) =>
  `/api/app/leads?${new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  )}`;

const list = async (call: Call, parameters: Parameters<typeof asked>[0]) => {
  const { status, body } = await call("GET", asked({ sort: "name", ...parameters }));
  expect(status, JSON.stringify(body)).toBe(200);
  return LeadsAnswer.parse(body);
};

const namesOf = async (call: Call, parameters: Parameters<typeof asked>[0]): Promise<string[]> =>
  (await list(call, parameters)).items.map(({ name }) => name);

test("200: what the filter asks for, in the order asked for, with total and sums", async () => {
  const body = await list(admin, { sort: "-name", sums: "true" });
  expect(body.items.map(({ name }) => name)).toEqual(["Solar", "Roof", "Barn"]);
  expect(body).toMatchObject({ nextCursor: null, previousCursor: null, total: { count: 3, exact: true } });
  expect(body.sums).toEqual([{ currency: "USD", leads: 3, valueMinor: 12_000 }]);
  const filter = {
    any: [
      { field: "valueMinor", operator: "greaterThan", value: 6000 },
      { field: "tags", operator: "anyOf", value: ["VIP"] },
    ],
  } as Group;
  expect(await namesOf(admin, { filter })).toEqual(["Roof", "Solar"]);
});

test("200: pages by cursor, there and back; only the first counts unless asked", async () => {
  const first = await list(admin, { limit: "2" });
  const second = await list(admin, { limit: "2", cursor: first.nextCursor ?? "" });
  const back = await list(admin, { limit: "2", cursor: second.previousCursor ?? "", total: "exact" });
  expect(first.items.map(({ name }) => name)).toEqual(["Barn", "Roof"]);
  expect(second).toMatchObject({ items: [{ name: "Solar" }], nextCursor: null, total: null });
  expect(back).toMatchObject({ items: first.items, previousCursor: null, total: { count: 3, exact: true } });
});

test("200: days at the end of the calendar", async () => {
  const names = (field: string, operator: "onOrBefore" | "after") =>
    namesOf(admin, { filter: { all: [{ field, operator, value: "9999-12-31" }] } });
  expect(await names("createdAt", "onOrBefore")).toHaveLength(3);
  for (const [field, operator] of [
    ["createdAt", "after"],
    ["lastContactedOn", "after"],
    ["lastContactedOn", "onOrBefore"],
  ] as const)
    expect(await names(field, operator)).toEqual([]);
});

test("200: the columns asked for, by field", async () => {
  const columns = "tags,owner,assigned,stage,category,createdAt,lastContactedOn,archived,nextTaskDueAt";
  const { items } = await list(admin, { columns, search: "roof" });
  expect(items).toMatchObject([
    {
      name: "Roof",
      contactName: "Ada Byron",
      cells: {
        tags: ["hot", "vip"],
        owner: null,
        assigned: [],
        stage: { id: stageId },
        createdAt: items[0]?.createdAt,
        lastContactedOn: null,
        archived: false,
        nextTaskDueAt: null,
      },
    },
  ]);
  const solar = await list(admin, { columns: "owner,assigned", search: "solar" });
  const rita = { id: repId, name: "Rita Rep" };
  expect(solar.items[0]?.cells).toEqual({ owner: rita, assigned: [rita] });
});

test("200: a rep who sees only their own is shown, counted and summed only those", async () => {
  const body = await list(rep, { sums: "true" });
  expect(body.items.map(({ name }) => name)).toEqual(["Barn", "Solar"]);
  expect(body.total).toEqual({ count: 2, exact: true });
  expect(body.sums).toEqual([{ currency: "USD", leads: 2, valueMinor: 7000 }]);
  const mine: Group = { all: [{ field: "assigned", operator: "anyOf", value: ["me"] }] };
  expect(await namesOf(rep, { filter: mine })).toEqual(["Solar"]);
  expect(await namesOf(admin, { filter: mine })).toEqual([]);
});

test("200: another location's stages, users and fields find nothing of it", async () => {
  expect(await namesOf(stranger, {})).toEqual([]);
  expect(await namesOf(stranger, { filter: { all: [{ field: "stage", operator: "is", value: stageId }] } })).toEqual(
    [],
  );
});

describe("422", () => {
  const wrong = async (parameters: Record<string, unknown>) => {
    const { status, body } = await admin("GET", asked(parameters));
    return { status, issues: Problem.parse(body).issues?.map(({ path }) => path.join(".")) };
  };
  const condition = (part: unknown) => wrong({ filter: { all: [part] } });

  test.each([
    ["a field that is none", { field: "nonsense", operator: "is", value: "x" }, "filter.all.0.field"],
    ["a custom field of nobody", { field: `custom:${newId()}`, operator: "is", value: "x" }, "filter.all.0.field"],
    ["a prototype's field", { field: "__proto__", operator: "is", value: "x" }, "filter.all.0.field"],
    ["an operator of another kind", { field: "status", operator: "contains", value: "x" }, "filter.all.0.operator"],
    ["a word that is none", { field: "status", operator: "is", value: "asleep" }, "filter.all.0.value"],
    ["a date that is none", { field: "createdAt", operator: "on", value: "2026-02-30" }, "filter.all.0.value"],
    ["a fraction of a cent", { field: "valueMinor", operator: "is", value: 1.5 }, "filter.all.0.value"],
    ["no value", { field: "name", operator: "contains" }, "filter.all.0.value"],
    ["an empty list", { field: "tags", operator: "anyOf", value: [] }, "filter.all.0.value"],
    ["a range the wrong way round", { field: "valueMinor", operator: "between", value: [2, 1] }, "filter.all.0.value"],
    ["a value where none belongs", { field: "owner", operator: "isEmpty", value: "x" }, "filter.all.0.value"],
    ["no condition", 5, "filter.all.0"],
    ["a group of both kinds", { all: [], any: [] }, "filter.all.0"],
  ])("%s", async (_, part, path) => {
    expect(await condition(part)).toEqual({ status: 422, issues: [path] });
  });

  test("filters that are no JSON, too deep, or too long", async () => {
    expect(await wrong({ filter: "{" })).toMatchObject({ status: 422, issues: ["filter"] });
    const deep = { all: [{ all: [{ all: [{ all: [{ all: [] }] }] }] }] };
    expect(await wrong({ filter: deep })).toMatchObject({ status: 422 });
    const many = { any: Array.from({ length: 80 }, () => ({ field: "archived", operator: "is", value: true })) };
    expect(await wrong({ filter: many })).toEqual({ status: 422, issues: ["filter.any.60"] });
  });

  test("sorts, columns and limits that do not fit", async () => {
    expect(await wrong({ sort: "tags" })).toEqual({ status: 422, issues: ["sort.0"] });
    expect(await wrong({ sort: "name,-,nothing" })).toMatchObject({ status: 422 });
    expect(await wrong({ columns: "name,nothing" })).toEqual({ status: 422, issues: ["columns.1"] });
    expect(await wrong({ limit: "201" })).toEqual({ status: 422, issues: ["limit"] });
  });

  test("cursors of another order, of another's making, and of wrong values", async () => {
    const { nextCursor } = (await admin("GET", asked({ sort: "-createdAt", limit: "1" }))).body;
    expect(await wrong({ sort: "name", cursor: nextCursor })).toEqual({ status: 422, issues: ["cursor"] });
    const forged = (value: unknown) =>
      Buffer.from(JSON.stringify(["f", "-createdAt", value, newId()])).toString("base64url");
    for (const value of ["never", "2026-13-01 00:00:00+00", "2026-01-01 99:00:00+00", 5, "'; select"])
      expect(await wrong({ sort: "-createdAt", cursor: forged(value) })).toEqual({ status: 422, issues: ["cursor"] });
    expect(await wrong({ cursor: "x" })).toEqual({ status: 422, issues: ["cursor"] });
  });
});

test("a deleted lead is in the bin only", async () => {
  const lead = await aLead(location, { name: "Gone" });
  await deleteLead(contextOf(location), { lead: { id: lead.id } });
  expect(await namesOf(admin, {})).not.toContain("Gone");
  expect(await namesOf(admin, { deleted: "true" })).toEqual(["Gone"]);
});
