import { beforeEach, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { setCustomValues } from "@/lib/custom-fields/set-custom-values";
import type { FieldAnswer } from "@/lib/dialects/native/custom-fields";

let location: Location;
let call: ReturnType<typeof apiCaller>;
beforeEach(async () => {
  location = await aLocation();
  call = apiCaller(routeTable, (await aToken(location, { user: await aMember(location) })).secret);
});

const path = "/api/app/custom-fields";
const add = async (name: string, given: object = {}) =>
  call("POST", path, { json: { recordType: "lead", name, dataType: "text", ...given } });
const fields = async (): Promise<FieldAnswer[]> => (await call("GET", path)).body.fields;
const undo = (headers: Headers) =>
  call("POST", "/api/app/undo", { json: { events: headers.get("leadwright-events")?.split(/[, ]+/) } });

/** A lead, and the value of a field that it has. */
async function aValue(fieldId: string, value: unknown) {
  const lead = await aLead(location);
  const of = { opportunityId: lead.id, contactId: lead.contact.id };
  await setCustomValues(contextOf(location), { ...of, values: { [fieldId]: value } });
  return {
    shown: async () => {
      const record: { customFields: { id: string; value: unknown }[] } = (
        await call("GET", `/api/app/leads/${lead.id}`)
      ).body;
      return record.customFields.find(({ id }) => id === fieldId)?.value;
    },
    set: (to: unknown) => setCustomValues(contextOf(location), { ...of, values: { [fieldId]: to } }),
  };
}

test("a field is added, with a key that stays when it is renamed", async () => {
  const { status, body } = await add("Roof area", { folder: "Roof" });
  expect([status, body]).toEqual([
    201,
    {
      id: expect.any(String),
      recordType: "lead",
      fieldKey: "roof_area",
      name: "Roof area",
      dataType: "text",
      options: [],
      folder: "Roof",
    },
  ]);
  expect((await add("roof AREA")).body.issues).toMatchObject([{ path: ["name"] }]);
  const renamed = await call("PATCH", `${path}/${body.id}`, { json: { name: "Roof", dataType: "large_text" } });
  expect(renamed.body).toMatchObject({ name: "Roof", fieldKey: "roof_area", dataType: "large_text" });
  await undo(renamed.headers);
  expect(await fields()).toEqual([body]);
});

test("a type is changed only where every value fits the new one", async () => {
  const { id } = (await add("Colour", { dataType: "option", options: ["Red", "Blue"] })).body;
  expect((await call("PATCH", `${path}/${id}`, { json: { dataType: "number" } })).body.issues).toMatchObject([
    { path: ["dataType"] },
  ]);
  expect((await call("PATCH", `${path}/${id}`, { json: { dataType: "radio" } })).status).toBe(200);
  expect((await call("PATCH", `${path}/${id}`, { json: { options: [] } })).body.issues).toMatchObject([
    { path: ["options"] },
  ]);
  expect((await call("PATCH", `${path}/${id}`, { json: { options: ["Red", "Red"] } })).status).toBe(422);
  expect((await add("Size", { dataType: "option" })).body.issues).toMatchObject([{ path: ["options"] }]);
  const value = await aValue(id, "Blue");
  const options = { options: ["Green", "Red"] };
  expect((await call("PATCH", `${path}/${id}`, { json: options })).body).toMatchObject(options);
  expect(await value.shown()).toBe("Blue");
});

test("a field that is deleted is nowhere, and comes back with its values", async () => {
  const { body } = await add("Roof area", { dataType: "number" });
  const value = await aValue(body.id, 40);
  expect((await call("GET", `${path}/${body.id}/usage`)).body).toEqual({ count: 1, exact: true });
  const deleted = await call("DELETE", `${path}/${body.id}`);
  expect([await fields(), await value.shown()]).toEqual([[], undefined]);
  expect((await call("GET", "/api/app/lead-choices")).body.customFields).toEqual([]);
  await expect(value.set(50)).rejects.toMatchObject({ code: "invalid" });
  expect((await call("GET", `${path}/${body.id}/usage`)).status).toBe(404);
  expect((await call("DELETE", `${path}/${body.id}`)).status).toBe(404);
  const undone = await undo(deleted.headers);
  expect([undone.status, await fields(), await value.shown()]).toEqual([200, [body], 40]);
  await undo(undone.headers);
  expect(await fields()).toEqual([]);

  // Its key is free, and then taken.
  expect((await add("Roof area")).status).toBe(201);
  expect((await undo(deleted.headers)).status).toBe(409);
});

test("fields are put in another order and under other headings, at once", async () => {
  const [first, second, third] = [
    (await add("One", { folder: "Old" })).body,
    (await add("Two")).body,
    (await add("Three")).body,
  ];
  await add("Elsewhere", { recordType: "contact" });
  const arrange = (of: { id: string; folder: string | null }[]) =>
    call("PUT", path, { json: { recordType: "lead", fields: of } });
  const shown = async () =>
    (await fields()).filter(({ recordType }) => recordType === "lead").map(({ name, folder }) => [name, folder]);
  const moved = await arrange([
    { id: third.id, folder: null },
    { id: first.id, folder: "New" },
    { id: second.id, folder: "New" },
  ]);
  const after = [
    ["Three", null],
    ["One", "New"],
    ["Two", "New"],
  ];
  expect(await shown()).toEqual(after);
  expect((await arrange([{ id: third.id, folder: null }])).status).toBe(422);
  const undone = await undo(moved.headers);
  expect(await shown()).toEqual([
    ["One", "Old"],
    ["Two", null],
    ["Three", null],
  ]);
  await undo(undone.headers);
  expect(await shown()).toEqual(after);
  await add("Four");
  expect((await undo(moved.headers)).status).toBe(409);
});

test("others look at fields, but administrators alone change them, each of their own location", async () => {
  const { body } = await add("Roof area");
  const manager = await aToken(location, { user: await aMember(location, { role: "manager" }) });
  const elsewhere = await aLocation();
  const stranger = await aToken(elsewhere, { user: await aMember(elsewhere) });
  const tries = async (secret: string) => {
    const one = apiCaller(routeTable, secret);
    return Promise.all([
      one("PATCH", `${path}/${body.id}`, { json: { name: "x" } }),
      one("DELETE", `${path}/${body.id}`),
      one("PUT", path, { json: { recordType: "lead", fields: [{ id: body.id, folder: null }] } }),
      one("GET", `${path}/${body.id}/usage`),
    ]).then((answers) => answers.map(({ status }) => status));
  };
  expect(await tries(manager.secret)).toEqual([403, 403, 403, 200]);
  expect(await tries(stranger.secret)).toEqual([404, 404, 422, 404]);
});
