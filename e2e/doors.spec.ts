import type { OwnLocation } from "./fixtures/location";
import { type NextAlone, startNextAlone } from "./fixtures/next-alone";
import { test as base, expect } from "./fixtures/test";

// The API is answered by its own door, and by Next where that door is not before it: nobody may tell which.
const test = base.extend<object, { next: NextAlone; place: OwnLocation }>({
  next: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const next = await startNextAlone();
      await use(next);
      await next.stop();
    },
    { scope: "worker" },
  ],
  // One location for all of a worker's requests: none of them minds what those before it added.
  place: [async ({ locations }, use) => use(await locations.open(5)), { scope: "worker" }],
  location: ({ place }, use) => use(place),
});
test.use({ role: null });

type Asked = {
  method?: string;
  path: string;
  /** Whose credentials go along; nobody's by default. */
  as?: "key" | "user";
  type?: string;
  body?: string | Record<string, string>;
};

const json = "application/json";
const form = "application/x-www-form-urlencoded";
const requests: Asked[] = [
  { path: "/api/crm/lead?limit=2", as: "key" },
  { path: "/api/crm/lead/?limit=2", as: "key" },
  { path: "/api/crm/lead/lead_nothing", as: "key" },
  { path: "/api/crm/lead/%e0%a4%a", as: "key" },
  { path: "/api/crm/lead" },
  { method: "HEAD", path: "/api/crm/lead", as: "key" },
  { method: "OPTIONS", path: "/api/crm/lead", as: "key" },
  { method: "DELETE", path: "/api/crm/lead", as: "key" },
  { method: "POST", path: "/api/crm/lead", as: "key", type: json, body: '{"first_name":"Ada"}' },
  { method: "POST", path: "/api/crm/lead/", as: "key", type: json, body: '{"first_name":"Ada"}' },
  { method: "POST", path: "/api/crm/lead", as: "key", type: json, body: "{" },
  { method: "POST", path: "/api/crm/lead", as: "key", type: json, body: `"${"x".repeat(1_100_000)}"` },
  { method: "POST", path: "/api/v1/leads", as: "key", type: json, body: '{"name":"Ada","email":"ada@door.example"}' },
  { method: "POST", path: "/api/v1/leads", as: "key", type: form, body: "name=Ada" },
  { path: "/api/leads?limit=2", as: "key" },
  { method: "POST", path: "/api/leads", as: "key", type: form, body: "title=Door&assigned%5B%5D=1&assigned%5B%5D=2" },
  { method: "POST", path: "/api/leads", as: "key", body: { title: "Through the door" } },
  { path: "/api/v1/leads/overview/", as: "user" },
  { path: "/api/v1/leads/", as: "user" },
  { method: "POST", path: "/api/v1/leads/add/", as: "user", body: { first_name: "Ada", last_name: "Door" } },
  { path: "/api/app/overview", as: "key" },
  { path: "/api/app/sessions" },
  { path: "/api/openapi.json" },
  { path: "/api/health" },
  { path: "/api/no/such/path" },
];

/** Headers in which two servers speak HTTP their own way, or two answers to one request differ. Next says nothing beside a 405. */
const ownWay = ["date", "connection", "keep-alive", "content-length", "transfer-encoding", "x-request-id", "vary"];
const differs = (name: string, status: number) =>
  ownWay.includes(name) || name.startsWith("x-ratelimit") || status === 405;

async function ask(server: string, location: OwnLocation, { method = "GET", path, as, type, body }: Asked) {
  const headers = { ...credentials(location, as), ...(type && { "content-type": type }) };
  const response = await fetch(server + path, {
    method,
    headers,
    body: typeof body === "object" ? multipart(body) : body,
  });
  const { status } = response;
  return {
    status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !differs(name, status))),
    limits: [...response.headers.keys()].filter((name) => name.startsWith("x-ratelimit")),
    body: status === 405 ? "" : steady(await response.text(), server),
  };
}

function credentials({ key, leadsV1 }: OwnLocation, as: Asked["as"]): Record<string, string> {
  if (!as) return {};
  return as === "key"
    ? { authorization: `Bearer ${key}` }
    : { apikey: leadsV1.apikey, authorization: `Bearer ${leadsV1.token}` };
}

function multipart(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

/** A body without what is new in every answer: ids and numbers of new records, times, the server's own address. */
const steady = (text: string, server: string): string =>
  text
    .replaceAll(server, "")
    .replaceAll(/\d{4}-\d\d-\d\d[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?/g, "TIME")
    .replaceAll(/"(lead_)?[0-9A-Za-z]{20}"/g, '"ID"')
    .replaceAll(/"(id|number|lead_id)":\d+/g, '"$1":0');

for (const asked of requests) {
  const { method = "GET", path, type = "", body = "" } = asked;
  test(`${method} ${path} ${type} ${typeof body === "string" ? body.slice(0, 40) : "a multipart form"}`, async ({
    baseURL,
    location,
    next,
  }) => {
    expect(await ask(baseURL ?? "", location, asked)).toEqual(await ask(next.url, location, asked));
  });
}
