import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { eventsOf } from "@/db/testing/events";
import { contextOf } from "@/db/testing/factories";
import { aHighLevelApi } from "@/db/testing/highlevel";
import { createPipelineWithStages } from "@/db/testing/pipelines";
import { newId } from "@/lib/kit/id";
import { archiveLead } from "@/lib/leads/archive-lead";
import { getLead } from "@/lib/leads/get-lead";

let api: Awaited<ReturnType<typeof aHighLevelApi>>;
let locationId: string;
let pipelineId: string;
let stageIds: string[];
let other: { id: string; stageIds: string[] };

beforeAll(async () => {
  api = await aHighLevelApi(routeTable);
  locationId = api.location.id;
  const { body } = await api.call("GET", `/api/opportunities/pipelines?locationId=${locationId}`);
  const [pipeline]: { id: string; stages: { id: string }[] }[] = body.pipelines;
  if (!pipeline) throw new Error("A location has a pipeline.");
  pipelineId = pipeline.id;
  stageIds = pipeline.stages.map(({ id }) => id);
  other = await createPipelineWithStages(api.context, "Service", ["Asked", "Done"]);
});

const aContact = async (fields: Record<string, unknown> = {}): Promise<string> => {
  const json = { locationId, email: `${newId().toLowerCase()}@example.com`, ...fields };
  return (await api.call("POST", "/api/contacts/", { json })).body.contact.id;
};
const create = async (fields: Record<string, unknown> = {}) => {
  const json = { locationId, pipelineId, name: "Roof", status: "open", contactId: await aContact(), ...fields };
  return api.call("POST", "/api/opportunities/", { json });
};
const search = async (query: Record<string, string>) => {
  const asked = new URLSearchParams({ location_id: locationId, ...query });
  const { status, body } = await api.call("GET", `/api/opportunities/search?${asked}`);
  expect(status, JSON.stringify(body)).toBe(200);
  const found: { name: string }[] = body.opportunities;
  const names = found.map(({ name }) => name);
  return { names, meta: body.meta, opportunities: body.opportunities };
};

describe("an opportunity", () => {
  test("is a lead like others: its money, stage, owner and events", async () => {
    const { status, body } = await create({
      pipelineStageId: stageIds[1],
      monetaryValue: 1234.56,
      assignedTo: api.ids.userId,
      source: "fair",
    });
    expect([status, body.opportunity.monetaryValue]).toEqual([201, 1234.56]);
    const lead = await getLead(contextOf(api.location), { id: body.opportunity.id });
    expect(lead).toMatchObject({
      valueMinor: 123_456,
      ownerId: api.ids.userId,
      source: "fair",
      stage: { id: stageIds[1] },
    });
    expect((await eventsOf(api.location, lead)).map(({ type }) => type)).toContain("lead.created");
  });

  test("stands in a stage of its pipeline, the first unless another is named", async () => {
    expect((await create()).body.opportunity.pipelineStageId).toBe(stageIds[0]);
    const wrong = await create({ pipelineStageId: other.stageIds[0] });
    expect([wrong.status, wrong.body.message[0]]).toEqual([422, expect.stringContaining("pipelineStageId")]);
    const { id } = (await create()).body.opportunity;
    const put = (json: unknown) => api.call("PUT", `/api/opportunities/${id}`, { json });
    expect((await put({ pipelineStageId: other.stageIds[1] })).status).toBe(422);
    const moved = await put({ pipelineId: other.id });
    expect(moved.body.opportunity).toMatchObject({ pipelineId: other.id, pipelineStageId: other.stageIds[0] });
    const back = await put({ pipelineId, pipelineStageId: stageIds[2] });
    expect(back.body.opportunity).toMatchObject({ pipelineId, pipelineStageId: stageIds[2] });
  });

  test("is upserted by its contact and pipeline, once by programs that race", async () => {
    const contactId = await aContact();
    const json = { locationId, pipelineId, contactId, name: "Wall", monetaryValue: 10 };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => api.call("POST", "/api/opportunities/upsert", { json })),
    );
    expect(answers.filter(({ body }) => body.new)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.opportunity.id)).size).toBe(1);
    const changed = await api.call("POST", "/api/opportunities/upsert", {
      json: { ...json, name: "Walls", status: "won" },
    });
    expect(changed.body).toMatchObject({
      new: false,
      opportunity: { name: "Walls", status: "won", monetaryValue: 10 },
    });
    const elsewhere = await api.call("POST", "/api/opportunities/upsert", { json: { ...json, pipelineId: other.id } });
    expect(elsewhere.body.new).toBe(true);
  });

  test("has custom values of leads, which stay where none was said", async () => {
    const path = `/api/locations/${locationId}/customFields`;
    const field = { name: "Kind of roof", dataType: "TEXT", model: "opportunity" };
    const { id } = (await api.call("POST", path, { json: field })).body.customField;
    const made = (await create({ customFields: [{ id, field_value: "flat" }] })).body.opportunity;
    expect(made.customFields).toEqual([{ id, fieldValue: "flat" }]);
    const { body } = await api.call("PUT", `/api/opportunities/${made.id}`, { json: { name: "Other" } });
    expect(body.opportunity).toMatchObject({ name: "Other", customFields: [{ id, fieldValue: "flat" }] });
    const wrong = await api.call("PUT", `/api/opportunities/${made.id}`, {
      json: { customFields: [{ id, field_value: {} }] },
    });
    expect(wrong.status).toBe(422);
  });
});

describe("every status of the documents", () => {
  test.each([
    ["open", "open"],
    ["won", "won"],
    ["lost", "lost"],
    ["abandoned", "abandoned"],
    ["all", "open"],
  ])("%s of a new one is %s", async (given, kept) => {
    const made = await create({ status: given });
    expect([made.status, made.body.opportunity.status]).toEqual([201, kept]);
    expect((await search({ id: made.body.opportunity.id, status: kept })).meta.total).toBe(1);
  });

  test("all leaves an opportunity that is changed as it is", async () => {
    const { body } = await create({ status: "won" });
    const { id, contactId } = body.opportunity;
    const ways: [string, string, object][] = [
      ["PUT", `/api/opportunities/${id}`, { status: "all" }],
      ["PUT", `/api/opportunities/${id}/status`, { status: "all" }],
      ["POST", "/api/opportunities/upsert", { locationId, pipelineId, contactId, status: "all" }],
    ];
    for (const [method, path, json] of ways) {
      expect((await api.call(method, path, { json })).status).toBe(200);
      expect((await api.call("GET", `/api/opportunities/${id}`)).body.opportunity.status).toBe("won");
    }
    const unknown = await api.call("PUT", `/api/opportunities/${newId()}/status`, { json: { status: "all" } });
    expect(unknown.status).toBe(404);
  });
});

test("the reason of a lost one is changed and cleared alone, stays where none is said, and is no other's", async () => {
  const listed = await api.call("GET", `/api/opportunities/lost-reason?locationId=${locationId}`);
  const [first, second]: { id: string }[] = listed.body.lostReasons;
  const made = await create({ status: "lost", lostReasonId: first?.id });
  expect(made).toMatchObject({ status: 201, body: { opportunity: { lostReasonId: first?.id } } });
  const { id, lastStatusChangeAt } = made.body.opportunity;
  const path = `/api/opportunities/${id}`;
  const steps: [string, object, unknown][] = [
    [path, { lostReasonId: second?.id }, second?.id],
    [`${path}/status`, { status: "lost" }, second?.id],
    [`${path}/status`, { status: "all" }, second?.id],
    [path, { lostReasonId: null }, null],
    [`${path}/status`, { status: "lost", lostReasonId: first?.id }, first?.id],
    [path, { lostReasonId: "" }, null],
  ];
  for (const [to, json, lostReasonId] of steps) {
    expect((await api.call("PUT", to, { json })).status).toBe(200);
    const { opportunity } = (await api.call("GET", path)).body;
    expect(opportunity).toMatchObject({ status: "lost", lostReasonId, lastStatusChangeAt });
  }
  const refused = await api.call("PUT", path, { json: { status: "open", lostReasonId: first?.id } });
  expect([refused.status, refused.body.message]).toEqual([422, [expect.stringContaining("lostReasonId: ")]]);
  expect((await create({ lostReasonId: first?.id })).status).toBe(422);
});

describe("followers", () => {
  test("may be who it is assigned to, once however often they are added", async () => {
    const { userId } = api.ids;
    const { body } = await create({ assignedTo: userId });
    const { id } = body.opportunity;
    const path = `/api/opportunities/${id}/followers`;
    const json = { followers: [userId, userId] };
    const added = await api.call("POST", path, { json });
    expect(added).toMatchObject({ status: 201, body: { followers: [userId], followersAdded: [userId] } });
    expect((await api.call("POST", path, { json })).body).toMatchObject({ followers: [userId], followersAdded: [] });
    const read = await api.call("GET", `/api/opportunities/${id}`);
    expect(read.body.opportunity).toMatchObject({ assignedTo: userId, followers: [[userId]] });
    const removed = await api.call("DELETE", path, { json });
    expect(removed).toMatchObject({ status: 200, body: { followers: [], followersRemoved: [userId] } });
    expect((await getLead(contextOf(api.location), { id })).ownerId).toBe(userId);
  });
});

describe("the search", () => {
  test("finds by everything it documents", async () => {
    const contactId = await aContact({ firstName: "Needle", country: "DE" });
    const { opportunity } = (
      await create({ contactId, name: "Haystack", monetaryValue: 5, assignedTo: api.ids.userId })
    ).body;
    await api.call("PUT", `/api/opportunities/${opportunity.id}/status`, { json: { status: "lost" } });
    await api.call("POST", `/api/contacts/${contactId}/campaigns/${api.ids.campaignId ?? ""}`, { json: {} });
    const day = new Intl.DateTimeFormat("en-US", {
      timeZone: api.location.timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    })
      .format(new Date())
      .replaceAll("/", "-");
    const queries: Record<string, string>[] = [
      { q: "needle" },
      { q: "hayst", status: "lost" },
      { contact_id: contactId },
      { id: opportunity.id },
      { campaignId: api.ids.campaignId ?? "" },
      { country: "DE" },
      { q: "haystack", date: day, endDate: day, pipeline_id: pipelineId, pipeline_stage_id: stageIds[0] ?? "" },
      {
        q: "haystack",
        assigned_to: api.ids.userId ?? "",
        getNotes: "true",
        getTasks: "true",
        getCalendarEvents: "false",
      },
    ];
    for (const query of queries)
      expect(await search(query), JSON.stringify(query)).toMatchObject({ names: ["Haystack"], meta: { total: 1 } });
    expect((await search({ q: "haystack", status: "won" })).meta).toMatchObject({ total: 0, nextPage: null });
    expect((await search({ q: "haystack", date: "01-01-2031" })).names).toEqual([]);
  });

  test("finds by a phone number of the contact, however it is written", async () => {
    const contactId = await aContact({ phone: "(415) 555-2671", additionalPhones: ["+14155552672"] });
    await create({ contactId, name: "Ring" });
    for (const q of ["4155552671", "+14155552671", "415 555 2671", "+1 (415) 555-2672"])
      expect((await search({ q })).names, q).toEqual(["Ring"]);
    expect((await search({ q: "4155552673" })).names).toEqual([]);
    expect((await search({ q: "4155552671", status: "won" })).meta.total).toBe(0);
  });

  test("names what its contact has, where that is asked for", async () => {
    const contactId = await aContact();
    await create({ contactId, name: "Ladder" });
    const post = (path: string, json: object) => api.call("POST", `/api/contacts/${contactId}/${path}`, { json });
    const { note } = (await post("notes", { body: "Asked for a price." })).body;
    const { task } = (await post("tasks", { title: "Call", dueDate: "2031-01-01T10:00:00Z", completed: false })).body;
    const of = async (asked: Record<string, string>) =>
      (await search({ contact_id: contactId, ...asked })).opportunities[0];
    expect(await of({ getNotes: "true", getTasks: "true", getCalendarEvents: "true" })).toMatchObject({
      notes: [note.id],
      tasks: [task.id],
      calendarEvents: [],
    });
    expect(await of({})).toMatchObject({ notes: [], tasks: [] });
  });

  test("counts what the board counts, and leaves the archive to who asks for all", async () => {
    const { id } = (await create({ pipelineId: other.id, name: "Put away" })).body.opportunity;
    const before = (await search({ pipeline_id: other.id })).meta.total;
    await archiveLead(contextOf(api.location), { id });
    expect((await search({ pipeline_id: other.id })).meta.total).toBe(before - 1);
    expect((await search({ pipeline_id: other.id, status: "all" })).meta.total).toBe(before);
    expect((await search({ id })).names).toEqual(["Put away"]);
  });

  test("by a body goes on by number and behind any of those it found", async () => {
    const contactId = await aContact({ firstName: "Bodil" });
    for (const name of ["One", "Two", "Three"]) await create({ contactId, name });
    const page = async (json: Record<string, unknown>) => {
      const { status, body } = await api.call("POST", "/api/opportunities/search", {
        json: { locationId, query: "bodil", ...json },
      });
      expect([status, body.total], JSON.stringify(body)).toEqual([200, 3]);
      const found: { name: string; searchAfter: string[]; notes: string[] }[] = body.opportunities;
      return { found, names: found.map(({ name }) => name) };
    };
    const { found, names } = await page({});
    expect(names).toEqual(["Three", "Two", "One"]);
    expect((await page({ searchAfter: found[0]?.searchAfter, limit: 1 })).names).toEqual(["Two"]);
    expect((await page({ page: 2, limit: 2, searchAfter: [] })).names).toEqual(["One"]);
    await api.call("POST", `/api/contacts/${contactId}/notes`, { json: { body: "Called" } });
    expect((await page({ additionalDetails: { notes: 1 } })).found[0]?.notes).toHaveLength(1);
    expect((await page({ additionalDetails: { notes: false } })).found[0]?.notes).toEqual([]);
    const refused = [
      { filters: [] },
      { searchAfter: ["x"] },
      { searchAfter: ["soon", "x"] },
      { searchAfter: found[0]?.searchAfter, page: 2 },
      { page: 101, limit: 100 },
      { limit: 501 },
    ];
    for (const json of refused) {
      const answer = await api.call("POST", "/api/opportunities/search", { json: { locationId, ...json } });
      expect([answer.status, typeof answer.body.message]).toEqual([400, "string"]);
    }
  });

  test("reads days and moments up to the year 9999", async () => {
    await create();
    const last = { endDate: "12-31-9999", date: "01-01-0001", startAfter: "253402300799999" };
    for (const [name, value] of Object.entries(last))
      expect((await search({ [name]: value, limit: "1" })).names).toHaveLength(1);
    const path = `/api/opportunities/search?location_id=${locationId}&startAfter=253402300800000`;
    expect((await api.call("GET", path)).status).toBe(422);
  });

  test("goes on by number and behind the last one, in both orders", async () => {
    const contactId = await aContact();
    for (const name of ["a", "b", "c"]) await create({ contactId, name });
    for (const [order, names] of [
      ["added_asc", ["a", "b", "c"]],
      ["added_desc", ["c", "b", "a"]],
    ] as const) {
      const byNumber = [];
      for (const page of ["1", "2"])
        byNumber.push(...(await search({ contact_id: contactId, order, limit: "2", page })).names);
      expect(byNumber).toEqual(names);
      const walked = [];
      let next: string | null =
        `/api/opportunities/search?location_id=${locationId}&contact_id=${contactId}&order=${order}&limit=1`;
      while (next) {
        const { body }: { body: { opportunities: { name: string }[]; meta: { nextPageUrl: string | null } } } =
          await api.call("GET", next);
        walked.push(...body.opportunities.map(({ name }) => name));
        next = body.meta.nextPageUrl && new URL(body.meta.nextPageUrl).pathname + new URL(body.meta.nextPageUrl).search;
      }
      expect(walked).toEqual(names);
      const all = await search({ contact_id: contactId, order, limit: "3" });
      expect(all.meta).toMatchObject({ total: 3, nextPageUrl: null, nextPage: null });
      const [first, second] = all.opportunities;
      const behind = { contact_id: contactId, order };
      expect((await search({ ...behind, startAfterId: first?.id ?? "" })).names).toEqual(names.slice(1));
      const startAfter = String(Date.parse(second?.createdAt ?? "") + (order === "added_asc" ? -1 : 1));
      expect((await search({ ...behind, startAfter })).names).toEqual(names.slice(1));
    }
  });
});
