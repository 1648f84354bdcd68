import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { newId } from "@/lib/kit/id";
import { getLead } from "@/lib/leads/get-lead";
import { listLeadNotes } from "@/lib/leads/list-lead-notes";

let location: Location;
let call: ReturnType<typeof apiCaller>;

beforeAll(async () => {
  location = await aLocation();
  call = apiCaller(routeTable, (await aToken(location)).secret);
});

const john = () => ({
  name: "John Doe",
  email: `${newId().toLowerCase()}@gmail.com`,
  source: "website",
  note: "Might be interested in React course",
});
const seconds = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const leadOf = (leadId: string) => getLead(contextOf(location), { id: leadId.slice("lead_".length) });
const notesOf = async (leadId: string) =>
  (await listLeadNotes(contextOf(location), { id: leadId.slice("lead_".length) })).map(({ body }) => body);

async function aSimpleLead(sent: object = john()): Promise<{ lead_id: string } & Record<string, unknown>> {
  const { status, body } = await call("POST", "/api/v1/leads", { json: sent });
  expect(status).toBe(200);
  return body.data;
}

describe("add", () => {
  test.each(["/api/v1/leads", "/api/v1/leads/"])("the sample of the document, at %s", async (path) => {
    const sent = john();
    const { status, body } = await call("POST", path, { json: sent });
    expect(status).toBe(200);
    expect(body).toEqual({
      success: true,
      data: { lead_id: expect.stringMatching(/^lead_\w{20}$/), ...sent, created_at: seconds },
      message: "Lead added successfully",
    });
    expect(await notesOf(body.data.lead_id)).toEqual([sent.note]);
    expect((await leadOf(body.data.lead_id)).contact).toMatchObject({
      firstName: "John",
      lastName: "Doe",
      email: sent.email,
    });
  });

  test("no field is required, and one that is not known is null", async () => {
    expect(await aSimpleLead({})).toMatchObject({ name: null, email: null, source: null, note: null });
    expect(await aSimpleLead({ email: " ada@example.com " })).toMatchObject({ email: "ada@example.com" });
    expect(await aSimpleLead({ name: "", email: null, source: "", note: null })).toMatchObject({
      name: null,
      note: null,
    });
  });

  test("a user's token makes them its maker, and the author of its note", async () => {
    const rep = await aMember(location, { role: "rep" });
    const asRep = apiCaller(routeTable, (await aToken(location, { user: rep })).secret);
    const { body } = await asRep("POST", "/api/v1/leads", { json: john() });
    expect((await leadOf(body.data.lead_id)).createdBy?.id).toBe(rep.id);
  });

  test("the same Idempotency-Key adds one lead", async () => {
    const sent = { json: john(), headers: { "idempotency-key": newId() } };
    const first = await call("POST", "/api/v1/leads", sent);
    const second = await call("POST", "/api/v1/leads", sent);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    const other = await call("POST", "/api/v1/leads", { ...sent, json: { name: "Another" } });
    expect(other.status).toBe(409);
  });

  test.each([
    ["an address that is none", { email: "nobody" }, /^email: /],
    ["an object for a name", { name: { first: "John" } }, /^name: /],
    ["a note without end", { note: "x".repeat(20_001) }, /^note: /],
  ])("%s is refused", async (_, json, message) => {
    const { status, body } = await call("POST", "/api/v1/leads", { json });
    expect(status).toBe(400);
    expect(body).toEqual({
      success: false,
      error: expect.stringMatching(message),
      message: expect.stringMatching(message),
    });
  });
});

describe("update", () => {
  test("the sample of the document: what is not sent stays", async () => {
    const added = await aSimpleLead();
    const sent = {
      email: `${newId().toLowerCase()}@gmail.com`,
      note: "Followed up today - very interested in React course",
    };
    const { status, body } = await call("PUT", `/api/v1/leads/${added.lead_id}`, { json: sent });
    expect(status).toBe(200);
    expect(body).toEqual({
      success: true,
      error: "",
      data: { lead_id: added.lead_id, name: "John Doe", source: "website", ...sent, updated_at: seconds },
      message: "Lead updated successfully",
    });
    expect(await notesOf(added.lead_id)).toEqual([sent.note]);
  });

  test("null, an empty text and one of spaces clear", async () => {
    const { lead_id } = await aSimpleLead();
    const { body } = await call("PUT", `/api/v1/leads/${lead_id}`, { json: { email: null, source: " ", note: "" } });
    expect(body.data).toMatchObject({ name: "John Doe", email: null, source: null, note: null });
    expect(await notesOf(lead_id)).toEqual([]);
  });

  test("a note for a lead that has none becomes its first", async () => {
    const { lead_id } = await aSimpleLead({ name: "No note" });
    expect((await call("PUT", `/api/v1/leads/${lead_id}`, { json: { note: "Now" } })).body.data.note).toBe("Now");
    expect(await notesOf(lead_id)).toEqual(["Now"]);
  });

  test("the note of somebody else is neither rewritten nor deleted, and nothing else changed with it", async () => {
    const { lead_id, note } = await aSimpleLead();
    const rep = await aMember(location, { role: "rep" });
    const asRep = apiCaller(routeTable, (await aToken(location, { user: rep })).secret);
    const put = (json: unknown) => asRep("PUT", `/api/v1/leads/${lead_id}`, { json });
    expect((await put({ note: "Never mind", name: "Jane" })).status).toBe(403);
    expect((await put({ note: null })).status).toBe(403);
    expect(await notesOf(lead_id)).toEqual([note]);
    expect((await put({ note, name: "Jane" })).body.data).toMatchObject({ name: "Jane", note });
  });

  test("nothing sent changes nothing", async () => {
    const { created_at: _, ...added } = await aSimpleLead();
    expect((await call("PUT", `/api/v1/leads/${added.lead_id}`, { json: {} })).body.data).toMatchObject(added);
  });
});

test("delete answers without data, and the lead is gone", async () => {
  const { lead_id } = await aSimpleLead();
  const deleted = await call("DELETE", `/api/v1/leads/${lead_id}`);
  expect([deleted.status, deleted.body]).toEqual([
    200,
    { success: true, error: "", message: "Lead deleted successfully" },
  ]);
  expect((await call("DELETE", `/api/v1/leads/${lead_id}`)).status).toBe(404);
  expect((await call("PUT", `/api/v1/leads/${lead_id}`, { json: {} })).status).toBe(404);
});

describe("callers", () => {
  test("without a key, and with a wrong one", async () => {
    for (const secret of [null, "lwk_wrong"]) {
      const { status, body } = await apiCaller(routeTable, secret)("DELETE", "/api/v1/leads/lead_nothing");
      expect(status).toBe(401);
      expect(body).toEqual({ success: false, error: expect.any(String), message: expect.any(String) });
    }
  });

  test("a lead of another location does not exist", async () => {
    const { lead_id } = await aSimpleLead();
    const stranger = apiCaller(routeTable, (await aToken(await aLocation())).secret);
    for (const id of [lead_id, "lead_nothing", "nothing"]) {
      expect((await stranger("PUT", `/api/v1/leads/${id}`, { json: { name: "Mine" } })).status).toBe(404);
      expect((await stranger("DELETE", `/api/v1/leads/${id}`)).status).toBe(404);
    }
  });

  test("a rep who sees only their own does not reach what others made", async () => {
    const { lead_id } = await aSimpleLead();
    const rep = await aMember(location, { role: "rep", visibility: "own" });
    const asRep = apiCaller(routeTable, (await aToken(location, { user: rep })).secret);
    expect((await asRep("PUT", `/api/v1/leads/${lead_id}`, { json: { name: "Mine" } })).status).toBe(404);
    const own = await asRep("POST", "/api/v1/leads", { json: { name: "My own" } });
    expect((await asRep("DELETE", `/api/v1/leads/${own.body.data.lead_id}`)).status).toBe(200);
  });
});
