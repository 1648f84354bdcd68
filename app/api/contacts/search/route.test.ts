import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { aHighLevelApi } from "@/db/testing/highlevel";
import { newId } from "@/lib/kit/id";

// The fields and operators that the guide of the search lists, one by one.
let api: Awaited<ReturnType<typeof aHighLevelApi>>;
let fieldIds: Record<string, string>;
const people: Record<string, string> = {};

type Filter = { field: string; operator: string; value?: unknown };
const f = (field: string, operator: string, value?: unknown): Filter => ({ field, operator, value });
const post = (path: string, json: object) => api.call("POST", path, { json });
const nested = (...value: Filter[]): Filter => f("opportunities", "nested", value);

async function search(asked: object) {
  const { status, body } = await post("/api/contacts/search", { locationId: api.location.id, pageLimit: 20, ...asked });
  expect(status, JSON.stringify(body)).toBe(200);
  const contacts: { firstName: string; searchAfter: unknown[] }[] = body.contacts;
  return { contacts, names: contacts.map(({ firstName }) => firstName) };
}
const found = async (...filters: Filter[]) => (await search({ filters })).names.toSorted();

beforeAll(async () => {
  api = await aHighLevelApi(routeTable);
  const locationId = api.location.id;
  await api.call("DELETE", `/api/contacts/${api.ids.contactId ?? ""}`);
  const { business } = (await post("/api/businesses/", { locationId, name: "Acre" })).body;
  const field = async (dataType: string, more: object = {}) => {
    const answer = await post(`/api/locations/${locationId}/customFields`, { name: dataType, dataType, ...more });
    return answer.body.customField.id;
  };
  const boxes = { textBoxListOptions: [{ label: "First" }, { label: "Second one" }] };
  fieldIds = { born: await field("DATE"), boxes: await field("TEXTBOX_LIST", boxes), essay: await field("LARGE_TEXT") };
  const essay = `${"Asked about roofs. ".repeat(100)}Wants a Greenhouse, no. 7`;
  for (const [firstName, fields] of [
    [
      "Alex",
      {
        dnd: true,
        customFields: [
          { id: fieldIds.born, field_value: "2026-05-06" },
          { id: fieldIds.essay, field_value: essay },
        ],
      },
    ],
    ["Bea", { customFields: [{ id: fieldIds.boxes, field_value: { First: "Alpha", "Second one": "beta gamma" } }] }],
    ["Cleo", { dnd: false, customFields: [{ id: fieldIds.boxes, field_value: { First: "Beta" } }] }],
  ] as const) {
    const json = { locationId, firstName, email: `${newId().toLowerCase()}@example.com`, ...fields };
    people[firstName] = (await post("/api/contacts/", json)).body.contact.id;
  }
  const [alex = "", bea = ""] = [people.Alex, people.Bea];
  await post("/api/contacts/bulk/business", { locationId, ids: [alex], businessId: api.ids.businessId });
  await post("/api/contacts/bulk/business", { locationId, ids: [bea], businessId: business.id });
  const workflow = (contactId: string) => `/api/contacts/${contactId}/workflow/${api.ids.workflowId ?? ""}`;
  for (const contactId of [alex, bea]) await post(workflow(contactId), {});
  await api.call("DELETE", workflow(bea), { json: {} });
  const { pipelineId = "" } = api.ids;
  const { pipelines } = (await api.call("GET", `/api/opportunities/pipelines?locationId=${locationId}`)).body;
  const [, second] = pipelines[0].stages;
  for (const [contactId, status, pipelineStageId] of [
    [alex, "open", second.id],
    [alex, "won", api.ids.pipelineStageId],
    [bea, "won", second.id],
  ])
    await post("/api/opportunities/", { locationId, contactId, pipelineId, pipelineStageId, name: "Roof", status });
  fieldIds.second = second.id;
});

describe("the search of contacts finds", () => {
  const workflow = () => api.ids.workflowId;
  const date = () => `customFields.${fieldIds.born ?? ""}`;
  const essay = () => `customFields.${fieldIds.essay ?? ""}`;
  const box = (label: string) => `customFields.${fieldIds.boxes ?? ""}.${label}`;
  test.each<[string, () => Filter[], string[]]>([
    ["whoever has a flag, set or not", () => [f("dnd", "exists")], ["Alex", "Bea", "Cleo"]],
    ["nobody without a flag", () => [f("dnd", "not_exists")], []],
    ["who runs through a workflow", () => [f("activeWorkflows", "eq", workflow())], ["Alex"]],
    ["who runs through none", () => [f("activeWorkflows", "not_exists")], ["Bea", "Cleo"]],
    ["who ran through a workflow", () => [f("finishedWorkflows", "eq", workflow())], ["Bea"]],
    ["who did not run through it", () => [f("finishedWorkflows", "not_eq", workflow())], ["Alex", "Cleo"]],
    ["nobody who opened an email", () => [f("lastEmailOpenedDate", "range", { gte: "2020-01-01" })], []],
    ["everybody who clicked on none", () => [f("lastEmailClickedDate", "not_exists")], ["Alex", "Bea", "Cleo"]],
    ["nobody of whom WhatsApp is known", () => [f("isValidWhatsapp", "eq", true)], []],
    ["an opportunity in a state", () => [nested(f("status", "eq", "won"))], ["Alex", "Bea"]],
    [
      "one opportunity that is all of it",
      () => [nested(f("status", "eq", "won"), f("pipelineStageId", "eq", fieldIds.second))],
      ["Bea"],
    ],
    [
      "one opportunity that is one thing and not the other",
      () => [nested(f("pipelineId", "exists"), f("status", "not_eq", "won"))],
      ["Alex"],
    ],
    ["who has no opportunity in a state", () => [nested(f("status", "not_eq", "open"))], ["Bea", "Cleo"]],
    ["who has no opportunity", () => [nested(f("pipelineId", "not_exists"))], ["Cleo"]],
    ["a day between instants", () => [f(date(), "range", { gte: "2026-05-06T00:00:00.000Z" })], ["Alex"]],
    ["a day between milliseconds", () => [f(date(), "range", { lt: Date.UTC(2026, 4, 7) })], ["Alex"]],
    ["no day after it", () => [f(date(), "range", { gt: "2026-05-06T12:00:00Z" })], []],
    ["a text in a box", () => [f(box("First"), "eq", "alpha")], ["Bea"]],
    ["a part of a text in a box", () => [f(box("Second one"), "contains", "GAM")], ["Bea"]],
    ["a box with a text", () => [f(box("First"), "exists")], ["Bea", "Cleo"]],
    ["a box without a text", () => [f(box("Second one"), "not_exists")], ["Alex", "Cleo"]],
    ["another text in a box", () => [f(box("First"), "not_eq", "Alpha")], ["Alex", "Cleo"]],
    ["a part far on in a long text", () => [f(essay(), "contains", "GREENhouse")], ["Alex"]],
    ["two signs far on in a long text", () => [f(essay(), "contains", " 7")], ["Alex"]],
    ["no such part in a long text", () => [f(essay(), "not_contains", "greenhouse")], ["Bea", "Cleo"]],
    ["no such part in a box", () => [f(box("First"), "not_contains", "bet")], ["Alex", "Bea"]],
  ])("%s", async (_, filters, names) => {
    expect(await found(...filters())).toEqual(names);
  });

  test.each([
    ["an opportunity by what it does not have", nested(f("city", "eq", "Ely"))],
    ["an opportunity by nothing", nested()],
    ["an unknown box of another kind of field", f("customFields.date.First", "eq", "x")],
  ])("nothing, and refuses %s", async (_, filter) => {
    expect((await post("/api/contacts/search", { filters: [filter] })).status).toBe(400);
  });
});

test.each([
  ["businessName", "asc", ["Bea", "Alex", "Cleo"]],
  ["businessName", "desc", ["Alex", "Bea", "Cleo"]],
  ["dnd", "asc", ["Bea", "Cleo", "Alex"]],
  ["dnd", "desc", ["Alex", "Cleo", "Bea"]],
])("the search of contacts lists by %s, %s, page after page", async (field, direction, names) => {
  const sort = [{ field, direction }];
  expect((await search({ sort })).names).toEqual(names);
  const walked: string[] = [];
  let searchAfter: unknown;
  for (;;) {
    const { contacts } = await search({ sort, pageLimit: 1, searchAfter });
    const [one] = contacts;
    if (!one) break;
    walked.push(one.firstName);
    searchAfter = one.searchAfter;
  }
  expect(walked).toEqual(names);
});
