import { like } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { routeTable } from "@/app/api/table";
import { idempotencyKeys } from "@/db/schema/platform";
import { aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { asSystem } from "@/lib/data/doors";
import { native } from "@/lib/dialects/native/dialect";
import { listLeads } from "@/lib/leads/list-leads";
import { directDoor } from "./direct-door";
import { createEndpoint } from "./endpoint";

let location: Location;
let key: string;
const door = directDoor(routeTable);

beforeAll(async () => {
  location = await aLocation();
  key = (await aToken(location)).secret;
});

async function send(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}) {
  const init = {
    method,
    body,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
  };
  const response = await door(new Request(`http://localhost${path}`, init));
  if (!response) throw new Error(`No route for ${path}`);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text ? z.record(z.string(), z.unknown()).parse(JSON.parse(text)) : null,
  };
}

const leadCount = async () => (await listLeads(contextOf(location), { page: { limit: 1, offset: 0 } })).total;

describe("the way of a request", () => {
  test("credentials come first: without them a broken body is a 401", async () => {
    expect((await send("POST", "/api/v1/leads", "{", { authorization: "" })).status).toBe(401);
    expect((await send("POST", "/api/v1/leads", "{", { authorization: "Bearer nothing" })).status).toBe(401);
  });

  test.each([
    ["malformed JSON", "{", {}, 400],
    ["JSON that is no object", "[]", {}, 400],
    ["JSON that is nothing", "null", {}, 400],
    ["another content type", "name=x", { "content-type": "text/plain" }, 415],
    ["a form where JSON is asked for", "name=x", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["an unknown charset", "{}", { "content-type": "application/json; charset=klingon" }, 415],
    ["bytes that are no UTF-8", new Uint8Array([123, 34, 0xff, 34, 58, 49, 125]), {}, 400],
    ["a NUL character", String.raw`{"name":"a\u0000b"}`, {}, 400],
    ["half a surrogate pair", String.raw`{"name":"a\ud800"}`, {}, 400],
    ["too large a body", JSON.stringify({ name: "x".repeat(2_000_000) }), {}, 413],
    ["too long a name", JSON.stringify({ name: "x".repeat(10_000) }), {}, 400],
    ["a wrong type", JSON.stringify({ name: { first: "x" } }), {}, 400],
  ])("%s is refused in the dialect's envelope, and writes nothing", async (_, body, headers, status) => {
    const before = await leadCount();
    const answer = await send("POST", "/api/v1/leads", body, headers);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ success: false, error: expect.any(String), message: expect.any(String) });
    expect(await leadCount()).toBe(before);
  });

  test("a name such as __proto__ is a name", async () => {
    expect((await send("POST", "/api/v1/leads", '{"__proto__":{"name":1},"name":"Proto"}')).status).toBe(200);
  });

  test("who is not known has used nothing of the limits", async () => {
    const { status, headers } = await send("POST", "/api/v1/leads", "{}", { authorization: "Bearer nobody" });
    expect(status).toBe(401);
    expect(headers.get("x-ratelimit-remaining")).toBe(headers.get("x-ratelimit-max"));
    expect(headers.get("x-ratelimit-daily-remaining")).toBe(headers.get("x-ratelimit-limit-daily"));
  });

  test("every answer carries its request id and what is left of the limits", async () => {
    const { headers } = await send("POST", "/api/v1/leads", '{"name":"Headers"}', { "x-request-id": "mine-1" });
    expect(headers.get("x-request-id")).toBe("mine-1");
    for (const name of ["limit-daily", "daily-remaining", "interval-milliseconds", "max", "remaining"]) {
      expect(Number(headers.get(`x-ratelimit-${name}`))).toBeGreaterThan(0);
    }
    expect(
      (await send("POST", "/api/v1/leads", '{"name":"x"}', { "x-request-id": "no good\u00e9" })).headers.get(
        "x-request-id",
      ),
    ).toMatch(/^\w{20}$/);
  });

  test("a defect is a 500 that shows nothing of itself", async () => {
    const broken = createEndpoint(native)({
      operation: "broken",
      summary: "Breaks",
      permission: "leads.read",
      answer: z.object({}),
      input: () => ({}),
      run: () => Promise.reject(new Error("the secret reason")),
      print: () => ({}),
    });
    const response = await broken(new Request("http://localhost/", { headers: { authorization: `Bearer ${key}` } }), {
      params: Promise.resolve({}),
    });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
  });

  test("a permission that is missing is a 403", async () => {
    const settings = createEndpoint(native)({
      operation: "settings",
      summary: "Changes settings",
      permission: "settings.write",
      answer: z.object({}),
      input: () => ({}),
      run: () => Promise.resolve({}),
      print: () => ({}),
    });
    const rep = await aToken(location, { user: await aMember(location, { role: "rep" }) });
    const response = await settings(
      new Request("http://localhost/", { headers: { authorization: `Bearer ${rep.secret}` } }),
      { params: Promise.resolve({}) },
    );
    expect(response.status).toBe(403);
  });
});

describe("idempotency keys", () => {
  const body = '{"name":"Only once"}';

  test("the same request under one key is done once and answered alike, at the same time too", async () => {
    const before = await leadCount();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => send("POST", "/api/v1/leads", body, { "idempotency-key": "key-1" })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect(await leadCount()).toBe(before + 1);
  });

  test("what is kept of an answer is sealed: it may show a secret", async () => {
    const [kept] = await asSystem("test", (transaction) =>
      transaction.select().from(idempotencyKeys).where(like(idempotencyKeys.key, "%:key-1")),
    );
    expect(kept?.answer).toEqual(expect.any(String));
    expect(kept?.answer).not.toContain("Only once");
  });

  test("another request under the key is a conflict", async () => {
    expect((await send("POST", "/api/v1/leads", '{"name":"Another"}', { "idempotency-key": "key-1" })).status).toBe(
      409,
    );
  });

  test("a refused request leaves its key free", async () => {
    expect((await send("POST", "/api/v1/leads", '{"name":1}', { "idempotency-key": "key-2" })).status).toBe(400);
    expect((await send("POST", "/api/v1/leads", body, { "idempotency-key": "key-2" })).status).toBe(200);
  });

  test("a key of another caller is another key", async () => {
    const before = await leadCount();
    const theirs = await aToken(location);
    await send("POST", "/api/v1/leads", body, { "idempotency-key": "key-1", authorization: `Bearer ${theirs.secret}` });
    expect(await leadCount()).toBe(before + 1);
  });

  test("a key that is no plain word is refused", async () => {
    expect((await send("POST", "/api/v1/leads", body, { "idempotency-key": "x".repeat(300) })).status).toBe(400);
  });
});

describe("the direct door", () => {
  test("knows paths with and without the last slash, and fixed segments before named ones", async () => {
    expect((await send("POST", "/api/v1/leads/", '{"name":"Slash"}')).status).toBe(200);
    expect(door(new Request("http://localhost/somewhere/else"))).toBeNull();
  });

  test("says of other methods what Next says, and in the words of the API whose path it is", async () => {
    const message = "This path does not take PATCH. It takes OPTIONS, POST.";
    const refused = await send("PATCH", "/api/v1/leads");
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "OPTIONS, POST"]);
    expect(refused.body).toEqual({ success: false, error: message, message });
    expect((await send("OPTIONS", "/api/v1/leads")).status).toBe(204);
  });

  test("tells HEAD what GET would answer, and how much", async () => {
    const [got, told] = [await send("GET", "/api/crm/lead"), await send("HEAD", "/api/crm/lead")];
    expect([told.status, told.headers.get("content-type")]).toEqual([got.status, got.headers.get("content-type")]);
    expect(told.headers.get("content-length")).toBe(String(Buffer.byteLength(JSON.stringify(got.body))));
    expect(told.body).toBeNull();
  });
});
