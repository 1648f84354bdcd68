import { demoKeys } from "./fixtures/demo";
import { type NextAlone, startNextAlone } from "./fixtures/next-alone";
import { expect, test } from "./fixtures/test";

// The API is answered by its own door, and by Next where that door is not before it: nobody may tell which.
test.describe.configure({ mode: "serial" });
test.use({ role: null });

type Asked = { method?: string; path: string; headers?: Record<string, string>; body?: string | FormData };

let next: NextAlone;
test.beforeAll(async () => {
  next = await startNextAlone();
});
test.afterAll(() => next.stop());

/** Headers in which two answers to the same request may differ, or do because two servers speak HTTP their own way. */
const ownWay = ["date", "connection", "keep-alive", "content-length", "transfer-encoding", "x-request-id", "vary"];

async function ask(server: string, { method = "GET", path, headers = {}, body }: Asked) {
  const response = await fetch(server + path, { method, headers, body, redirect: "manual" });
  const kept = [...response.headers].filter(([name]) => !ownWay.includes(name) && !name.startsWith("x-ratelimit"));
  const limits = [...response.headers.keys()].filter((name) => name.startsWith("x-ratelimit"));
  return {
    status: response.status,
    headers: Object.fromEntries(kept),
    limits,
    body: steady(await response.text(), server),
  };
}

/** A body without what is new in every answer: ids and numbers of new records, times, the server's own address. */
const steady = (text: string, server: string): string =>
  text
    .replaceAll(server, "")
    .replaceAll(/\d{4}-\d\d-\d\d[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?/g, "TIME")
    .replaceAll(/"(lead_)?[0-9A-Za-z]{20}"/g, '"ID"')
    .replaceAll(/"(id|number|lead_id)":\d+/g, '"$1":0');

function requests(): Asked[] {
  const { key, leadsV1 } = demoKeys();
  const bearer = { authorization: `Bearer ${key}` };
  const v1 = { apikey: leadsV1.apikey, authorization: `Bearer ${leadsV1.token}` };
  const json = { "content-type": "application/json" };
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const multipart = new FormData();
  multipart.append("title", "Through the door");
  return [
    ...["/api/crm/lead", "/api/crm/lead?limit=2", "/api/leads", "/api/leads?limit=2"].map((path) => ({
      path,
      headers: bearer,
    })),
    { path: "/api/crm/lead/", headers: bearer },
    { path: "/api/crm/lead/lead_nothing", headers: bearer },
    { path: "/api/crm/lead/%e0%a4%a", headers: bearer },
    { path: "/api/crm/lead" },
    { path: "/api/crm/lead", headers: { authorization: "Bearer wrong" } },
    { method: "HEAD", path: "/api/crm/lead", headers: bearer },
    { method: "OPTIONS", path: "/api/crm/lead", headers: bearer },
    { method: "DELETE", path: "/api/crm/lead", headers: bearer },
    {
      method: "POST",
      path: "/api/crm/lead",
      headers: { ...bearer, ...json },
      body: '{"first_name":"Ada","last_name":"Door"}',
    },
    {
      method: "POST",
      path: "/api/crm/lead/",
      headers: { ...bearer, ...json },
      body: '{"first_name":"Ada","last_name":"Slash"}',
    },
    { method: "POST", path: "/api/crm/lead", headers: { ...bearer, ...json }, body: "{" },
    { method: "POST", path: "/api/crm/lead", headers: { ...bearer, ...json }, body: `"${"x".repeat(1_100_000)}"` },
    {
      method: "POST",
      path: "/api/v1/leads",
      headers: { ...bearer, ...json },
      body: '{"name":"Ada Door","email":"door@example.com"}',
    },
    { method: "POST", path: "/api/v1/leads", headers: { ...bearer, ...form }, body: "name=Ada" },
    {
      method: "POST",
      path: "/api/leads",
      headers: { ...bearer, ...form },
      body: "title=Door&assigned%5B%5D=1&assigned%5B%5D=2",
    },
    { method: "POST", path: "/api/leads", headers: bearer, body: multipart },
    { path: "/api/v1/leads/overview/", headers: v1 },
    { path: "/api/v1/leads/", headers: v1 },
    { method: "POST", path: "/api/v1/leads/add/", headers: v1, body: multipart },
    { path: "/api/app/overview", headers: bearer },
    { path: "/api/app/sessions" },
    { path: "/api/openapi.json" },
    { path: "/api/health" },
    { path: "/api/no/such/path" },
  ];
}

test("both doors give the same answers", async ({ baseURL = "" }) => {
  for (const asked of requests()) {
    const [direct, alone] = [await ask(baseURL, asked), await ask(next.url, asked)];
    expect.soft(direct, `${asked.method ?? "GET"} ${asked.path}`).toEqual(alone);
  }
});
