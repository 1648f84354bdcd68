import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf, type Member } from "@/db/testing/factories";
import { aRestApi, anAddress, form, leadPath } from "@/db/testing/rest-api";
import type { Location } from "@/lib/access/context";
import { LimitReached } from "@/lib/access/errors";
import { leadsRest } from "@/lib/dialects/leads-rest/dialect";
import { getLead } from "@/lib/leads/get-lead";

let location: Location;
let sam: Member;
let call: ReturnType<typeof apiCaller>;
let required: Awaited<ReturnType<typeof aRestApi>>["required"];

beforeAll(async () => {
  ({ location, call, required } = await aRestApi(routeTable));
  sam = await aMember(location, { name: "Sam Lee", role: "rep" });
});

describe("every operation", () => {
  const operations = (id: string | number) => {
    const jane = { first_name: "Jane", last_name: "Doe", email: anAddress() };
    const at = `/api/leads/${id}`;
    return [
      ["GET", at, {}],
      ["PATCH", at, form(required)],
      ["DELETE", at, {}],
      ["PUT", `${at}/status`, form({ status: required.lead_status })],
      ["PUT", `${at}/assigned`, form({ "assigned[]": String(sam.number) })],
      ["PUT", `${at}/tags`, form({ "tags[]": "priority" })],
      ["PUT", `${at}/archive`, {}],
      ["PUT", `${at}/activate`, {}],
      ["POST", `${at}/convert`, form(jane)],
      ["POST", `${at}/clone`, form(required)],
      ["GET", `${at}/comments`, {}],
      ["POST", `${at}/comments`, form({ comment: "x" })],
      ["DELETE", `${at}/comments/1`, {}],
    ] as const;
  };

  test("needs a key", async () => {
    const lead = await aLead(location);
    for (const secret of [null, "nothing"]) {
      const stranger = apiCaller(routeTable, secret);
      for (const [method, at, sent] of [
        ["GET", "/api/leads", {}],
        ["POST", "/api/leads", form(required)],
        ...operations(lead.number),
      ] as const) {
        const { status, body } = await stranger(method, at, sent);
        expect([status, body], `${method} ${at}`).toEqual([401, { message: expect.any(String) }]);
      }
    }
    expect(await getLead(contextOf(location), lead)).toEqual(lead);
  });

  test("knows a lead by its number alone, and only its own location's", async () => {
    const foreign = await aLead(await aLocation());
    const lead = await aLead(location);
    for (const id of [
      999_999_999,
      foreign.number,
      lead.id,
      `lead_${lead.id}`,
      "0",
      "-1",
      "1e3",
      "1.0",
      "%20",
      "%00",
      "9".repeat(40),
      `${lead.number}x`,
    ]) {
      for (const [method, at, sent] of operations(id)) {
        const { status, body } = await call(method, at, sent);
        expect([status, body], `${method} ${at}`).toEqual([404, { message: expect.any(String) }]);
      }
    }
    expect(await getLead(contextOf(location), lead)).toEqual(lead);
  });

  test("is bound by what a restricted rep may read", async () => {
    const rep = await aMember(location, { role: "rep", visibility: "own" });
    const asRep = apiCaller(routeTable, (await aToken(location, { user: rep })).secret);
    const lead = await aLead(location);
    for (const [method, at, sent] of operations(lead.number))
      expect((await asRep(method, at, sent)).status, `${method} ${at}`).toBe(404);
    expect(await getLead(contextOf(location), lead)).toEqual(lead);
    const own = (await asRep("POST", "/api/leads", form(required))).body.data;
    expect((await asRep("PUT", `/api/leads/${own.id}/archive`)).status).toBe(200);
  });

  test("refuses bodies that it can not read", async () => {
    const lead = await aLead(location);
    for (const [method, at] of [
      ["POST", "/api/leads"],
      ["PATCH", leadPath(lead)],
      ["PUT", leadPath(lead, "/tags")],
      ["POST", leadPath(lead, "/convert")],
    ] as const) {
      const json = { "content-type": "application/json" };
      for (const [sent, status] of [
        [{ body: "{", headers: json }, 400],
        [{ body: "a=%ff", headers: { "content-type": "application/x-www-form-urlencoded" } }, 400],
        [{ body: "<lead/>", headers: { "content-type": "application/xml" } }, 415],
        [{ body: "{}", headers: { "content-type": "application/json; charset=klingon" } }, 415],
        [{ json: { lead_title: "x".repeat(2_000_000) } }, 413],
      ] as const) {
        const answer = await call(method, at, sent);
        expect([answer.status, answer.body], `${method} ${at}`).toEqual([status, { message: expect.any(String) }]);
      }
      const nul = await call(method, at, { json: { lead_title: "a\0b" } });
      expect([nul.status, Object.keys(nul.body.errors)]).toEqual([422, ["lead_title"]]);
    }
  });

  test("says when to come back after too many requests", () => {
    const refusal = leadsRest.refuse(new LimitReached(7), "request", "leads-rest-list");
    expect(refusal).toEqual({ status: 429, body: { message: "Too many requests. Try again in 7 s." } });
  });
});
