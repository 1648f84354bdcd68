import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { testDatabase } from "@/db/testing/database";
import { crmLead } from "@/lib/dialects/crm-lead/dialect";
import { highlevel } from "@/lib/dialects/highlevel/dialect";
import { leadsRest } from "@/lib/dialects/leads-rest/dialect";
import { leadsSimple } from "@/lib/dialects/leads-simple/dialect";
import { leadsV1 } from "@/lib/dialects/leads-v1/dialect";
import { Problem, problem } from "@/lib/dialects/native/dialect";
import { ReadinessReport } from "@/lib/dialects/native/installation";
import type { Dialect } from "@/lib/http/dialect";
import { directDoor } from "@/lib/http/direct-door";
import { createPublicEndpoint } from "@/lib/http/public-endpoint";

beforeAll(() => testDatabase());

const call = apiCaller(routeTable, null);

test("/api/health says that the process is alive", async () => {
  const { status, body, headers } = await call("GET", "/api/health");
  expect([status, body]).toEqual([200, { status: "ok" }]);
  expect(headers.get("cache-control")).toBe("no-store");
});

test("/api/ready names every part, and fails while one does", async () => {
  const { status, body } = await call("GET", "/api/ready/");
  // Nothing runs jobs beside a test.
  expect(status).toBe(503);
  expect(ReadinessReport.parse(body)).toEqual({
    status: "not ready",
    parts: { database: "ok", migrations: "ok", worker: "failed" },
  });
});

test("/api/openapi.json is served to everybody", async () => {
  const { status, body } = await call("GET", "/api/openapi.json");
  expect(status).toBe(200);
  expect(body.openapi).toBe("3.1.0");
});

describe("a path that no route has", () => {
  test.each(["GET", "POST", "PUT", "PATCH", "DELETE"])("is a problem, to %s as well", async (method) => {
    for (const path of ["/api/nothing", "/api/app/nothing", "/api/%00", "/api/x%2Fy"]) {
      const { status, body, headers } = await call(method, path);
      expect(status).toBe(404);
      expect(headers.get("content-type")).toBe("application/problem+json");
      expect(Problem.parse(body)).toMatchObject({ status: 404, code: "path_not_found" });
    }
  });

  test.each<[string, Dialect]>([
    ["/api/crm", crmLead],
    ["/api/crm/lead/lead_x/more/", crmLead],
    ["/api/leads/1/no/such", leadsRest],
    ["/api/v1/nothing", leadsV1],
    ["/api/contacts/a/b/c", highlevel],
    ["/api/blogs", highlevel],
  ])("is an error of the API that %s would be of", async (path, dialect) => {
    const { status, body } = await call("GET", path);
    expect([status, dialect.error.safeParse(body).error]).toEqual([404, undefined]);
  });

  test("leaves to Next what is next-auth's, and what is no path", () => {
    const door = directDoor(routeTable);
    for (const path of ["/api/auth/session", "/api/auth/callback/oidc", "/api/auth", "/api", "/", "/api/%E0%A4%A"]) {
      expect(door(new Request(`http://localhost${path}`)), path).toBeNull();
    }
  });
});

test.each<[string, string, z.ZodType]>([
  ["PATCH", "/api/contacts/", highlevel.error],
  ["POST", "/api/v1/leads/overview/", leadsV1.error],
  ["PATCH", "/api/leads", leadsRest.error],
  ["DELETE", "/api/v1/leads", leadsSimple.error],
  ["PUT", "/api/crm/lead", crmLead.error],
  ["POST", "/api/app/overview", Problem],
  ["POST", "/api/health", Problem],
])("%s, which %s does not take, is an error of the API whose path it is", async (method, path, error) => {
  const { status, body, headers } = await call(method, path);
  expect([status, error.safeParse(body).error]).toEqual([405, undefined]);
  expect(headers.get("allow")).toContain("OPTIONS");
  expect(headers.get("x-request-id")).not.toBeNull();
});

test("a defect shows nothing of itself", async () => {
  const broken = createPublicEndpoint(problem)({
    operation: "broken",
    summary: "Breaks",
    answers: { 200: z.object({}) },
    run: () => Promise.reject(new Error("the secret reason")),
  });
  const answer = await broken(new Request("http://localhost/"), { params: Promise.resolve({}) });
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("secret");
});
