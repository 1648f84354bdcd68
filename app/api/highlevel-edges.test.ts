import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { locations } from "@/db/schema/companies";
import { aMember } from "@/db/testing/factories";
import { aHighLevelApi } from "@/db/testing/highlevel";
import { createBusiness } from "@/lib/businesses/save-business";
import { asSystem } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";

// What the documents leave to their reader: the ends of pages, empty words, spellings of dates, later additions.
let api: Awaited<ReturnType<typeof aHighLevelApi>>;
let locationId: string;
let contactId: string;

beforeAll(async () => {
  api = await aHighLevelApi(routeTable);
  locationId = api.location.id;
  contactId = api.ids.contactId ?? "";
});

const get = (path: string) => api.call("GET", path);
const post = (path: string, json: object) => api.call("POST", path, { json });
const put = (path: string, json: object) => api.call("PUT", path, { json });
const messagesOf = (answer: { status: number; body: { message: unknown } }) => [answer.status, answer.body.message];

describe("contacts", () => {
  test.each([
    "1990-09-25",
    "1990/09/25",
    "1990.09.25",
    "1990_09_25",
    "09-25-1990",
    "09/25/1990",
    "09.25.1990",
    "09_25_1990",
    "1990-09-25T00:00:00.000Z",
    "1990-09-25T23:30:00+02:00",
  ])("are born on %s", async (dateOfBirth) => {
    const { body } = await put(`/api/contacts/${contactId}`, { dateOfBirth });
    expect(body.contact).toMatchObject({ dateOfBirth: "1990-09-25T00:00:00.000Z", birthMonth: 9, birthDay: 25 });
  });

  test.each(["25/09/1990", "1990-02-30", "1990-09/25", "1990-09-25Tnoon", "soon"])(
    "are not born on %s",
    async (dateOfBirth) => {
      expect(messagesOf(await put(`/api/contacts/${contactId}`, { dateOfBirth }))).toEqual([
        422,
        [expect.stringMatching(/^dateOfBirth must be a valid ISO 8601 date/)],
      ]);
    },
  );

  test("have a phone number that is none in the world as it was given", async () => {
    const numbers = { phone: "1-800-FLOWERS", additionalPhones: ["0815 / 4711", "(415) 555-0137"] };
    const made = await post("/api/contacts/", { locationId, ...numbers });
    const kept = { ...numbers, additionalPhones: ["0815 / 4711", "+14155550137"] };
    expect(made).toMatchObject({ status: 201, body: { contact: kept } });
  });

  test("are named without the spaces around what was sent", async () => {
    const { body } = await put(`/api/contacts/${contactId}`, { firstName: " Ada ", lastName: "Byron\n", city: " Ely" });
    expect(body.contact).toMatchObject({ name: "Ada Byron", firstName: "Ada", lastName: "Byron", city: "Ely" });
  });

  test.each(["2026-02-30T10:00:00Z", "2025-02-29", "2026-04-31T00:00:00+02:00"])(
    "have no tasks that are due on %s",
    async (dueDate) => {
      const answer = await post(`/api/contacts/${contactId}/tasks`, { title: "Call", completed: false, dueDate });
      expect(messagesOf(answer)).toEqual([422, ["dueDate must be a valid ISO 8601 date string"]]);
    },
  );

  test("are listed from the start where the parameters of a page are empty", async () => {
    const whole = await get(`/api/contacts/?locationId=${locationId}`);
    const { status, body } = await get(`/api/contacts/?locationId=${locationId}&startAfter=&startAfterId=&query=`);
    expect([status, body.contacts]).toEqual([200, whole.body.contacts]);
    expect(messagesOf(await get(`/api/contacts/?locationId=${locationId}&startAfter=abc`))).toEqual([
      422,
      ["startAfter must be a number of milliseconds, or an ISO 8601 date string"],
    ]);
  });

  test("are neither filtered nor ordered by what is not theirs, in the words of this API", async () => {
    const search = (asked: object) => post("/api/contacts/search", { locationId, ...asked });
    const filtered = await search({ filters: [{ field: "dateAdded", operator: "contains", value: "2" }] });
    expect(messagesOf(filtered)).toEqual([400, "filters.0.operator must be one that this field takes"]);
    const ordered = await search({ sort: [{ field: "createdAt", direction: "asc" }] });
    expect(messagesOf(ordered)).toEqual([400, expect.stringMatching(/^sort\.0\.field must be one of .*dateAdded/)]);
    expect((await search({ sort: [{ field: "dateAdded", direction: "asc" }] })).status).toBe(200);
  });

  test("of a business are counted beyond the last of them", async () => {
    const { id: businessId } = await createBusiness(api.context, { name: "Brightacre" });
    await post("/api/contacts/bulk/business", { locationId, ids: [contactId], businessId });
    for (const skip of [0, 1, 100]) {
      const { body } = await get(`/api/contacts/business/${businessId}?locationId=${locationId}&skip=${skip}`);
      expect([body.contacts.length, body.count]).toEqual([skip === 0 ? 1 : 0, 1]);
    }
    const unknown = await get(`/api/contacts/business/${newId()}?locationId=${locationId}`);
    expect(messagesOf(unknown)).toEqual([404, "This business does not exist."]);
  });

  test("are made anew by an upsert where the location allows it, unless it asks for who is known", async () => {
    const email = `${newId().toLowerCase()}@example.com`;
    const upsert = async (fields: object = {}) =>
      (await post("/api/contacts/upsert", { locationId, email, ...fields })).body;
    const first = await upsert();
    expect(await upsert({ createNewIfDuplicateAllowed: true })).toMatchObject({ new: false });
    await allowDuplicates(true);
    const known = await upsert({ createNewIfDuplicateAllowed: false, city: "Ely" });
    expect(known).toMatchObject({ new: false, contact: { id: first.contact.id, city: "Ely" } });
    expect(await upsert({ createNewIfDuplicateAllowed: true })).toMatchObject({ new: true });
    expect(await upsert()).toMatchObject({ new: true });
    await allowDuplicates(false);
  });

  const allowDuplicates = (allowsDuplicateContacts: boolean) =>
    asSystem("test", (transaction) =>
      transaction.update(locations).set({ allowsDuplicateContacts }).where(eq(locations.id, locationId)),
    );

  test("have notes whose title and colour stay until others are given or they are cleared", async () => {
    const path = `/api/contacts/${contactId}/notes`;
    const { note } = (await post(path, { body: "Called", title: "Roof", color: "#FFAA00", pinned: true })).body;
    expect(note).toMatchObject({ body: "Called", title: "Roof", color: "#FFAA00", pinned: true });
    const changed = await put(`${path}/${note.id}`, { body: "Called twice", color: null });
    expect(changed.body.note).toMatchObject({ body: "Called twice", title: "Roof", color: null, pinned: true });
    expect((await put(`${path}/${note.id}`, { body: "Called twice", pinned: false })).body.note.pinned).toBe(false);
  });

  test.each([
    ["2030-10-25T11:00:30", "2030-10-25T09:00:30.000Z"],
    ["2030-10-25 11:00:30.250", "2030-10-25T09:00:30.250Z"],
    ["2030-10-25 11:00", "2030-10-25T09:00:00.000Z"],
    ["2030-10-25", "2030-10-24T22:00:00.000Z"],
    ["2030-10-25T11:00:30.250+0200", "2030-10-25T09:00:30.250Z"],
  ])("have tasks due at %s of the location's own time", async (dueDate, expected) => {
    const json = { title: "Call", dueDate, completed: false };
    expect((await post(`/api/contacts/${contactId}/tasks`, json)).body.task).toMatchObject({ dueDate: expected });
  });
});

describe("businesses", () => {
  test("are listed page by page", async () => {
    await createBusiness(api.context, { name: "Darkacre" });
    const { body } = await get(`/api/businesses/?locationId=${locationId}`);
    const { body: page } = await get(`/api/businesses/?locationId=${locationId}&limit=1&skip=1`);
    expect(page.businesses).toEqual([body.businesses[1]]);
    expect((await get(`/api/businesses/?locationId=${locationId}&limit=0`)).status).toBe(400);
  });
});

describe("opportunities", () => {
  const create = async (fields: object = {}) => {
    const { pipelineId } = api.ids;
    const json = { locationId, pipelineId, name: "Roof", status: "open", contactId, ...fields };
    return (await post("/api/opportunities/", json)).body.opportunity;
  };

  test("stay in their stage, and start in the first, where none is named", async () => {
    for (const pipelineStageId of ["", null]) {
      const made = await create({ pipelineStageId, assignedTo: "" });
      expect(made).toMatchObject({ pipelineStageId: api.ids.pipelineStageId, assignedTo: null });
      const { body } = await put(`/api/opportunities/${made.id}`, { pipelineStageId });
      expect(body.opportunity.pipelineStageId).toBe(made.pipelineStageId);
    }
  });

  test("are upserted by their id without a contact, by a contact without an id, and not without either", async () => {
    const { pipelineId } = api.ids;
    const { id } = await create();
    const upsert = (fields: object) => post("/api/opportunities/upsert", { locationId, pipelineId, ...fields });
    expect((await upsert({ id, name: "Walls" })).body).toMatchObject({
      new: false,
      opportunity: { id, name: "Walls" },
    });
    expect((await upsert({ id: "", contactId, name: "Doors" })).body).toMatchObject({ new: false });
    expect(messagesOf(await upsert({ name: "Doors" }))).toEqual([422, ["contactId should not be empty"]]);
  });

  test("have the number of their contact as contacts have it", async () => {
    const made = await post("/api/contacts/", { locationId, phone: "(415) 555-2671" });
    const { id, phone } = made.body.contact;
    expect([phone, (await create({ contactId: id })).contact.phone]).toEqual(["+14155552671", "+14155552671"]);
  });

  test("lose all their followers at once", async () => {
    const other = await aMember(api.location);
    const { id } = await create();
    const path = `/api/opportunities/${id}/followers`;
    await post(path, { followers: [api.ids.userId, other.id] });
    const json = { followers: [other.id] };
    const answer = await api.call("DELETE", `${path}?isRemoveAllFollowers=true`, { json });
    expect(answer.body).toMatchObject({ followers: [], followersRemoved: [api.ids.userId, other.id] });
  });

  test("lose all their followers without a name, and none without one otherwise", async () => {
    const { id } = await create();
    const path = `/api/opportunities/${id}/followers`;
    await post(path, { followers: [api.ids.userId] });
    for (const json of [{}, { followers: [] }])
      expect(messagesOf(await api.call("DELETE", path, { json }))).toEqual([422, ["followers should not be empty"]]);
    const { body } = await api.call("DELETE", `${path}?isRemoveAllFollowers=true`);
    expect(body).toMatchObject({ followers: [], followersRemoved: [api.ids.userId] });
  });

  test("that are gone, and dates that are none, are called by the names of this API", async () => {
    const { id } = await create();
    await api.call("DELETE", `/api/opportunities/${id}`);
    expect(messagesOf(await get(`/api/opportunities/${id}`))).toEqual([404, "This opportunity was deleted."]);
    const unknown = await get(`/api/opportunities/${newId()}`);
    expect(messagesOf(unknown)).toEqual([404, "This opportunity does not exist."]);
    const search = await get(`/api/opportunities/search?location_id=${locationId}&date=soon&endDate=`);
    expect(messagesOf(search)).toEqual([422, ["date must be a date mm-dd-yyyy"]]);
  });
});
