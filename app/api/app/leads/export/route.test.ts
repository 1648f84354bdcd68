import { parse } from "csv-parse/sync";
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { events } from "@/db/schema/activity";
import { aLead, aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { change, read } from "@/lib/data/doors";
import { GET } from "./route";

let location: Location;
let admin: string;
let rep: string;
let stranger: string;

beforeAll(async () => {
  location = await aLocation({ timeZone: "Europe/Berlin", currency: "JPY", country: "JP" });
  const rita = await aMember(location, { role: "rep", visibility: "own", name: "Rita" });
  admin = (await aToken(location)).secret;
  rep = (await aToken(location, { user: rita })).secret;
  stranger = (await aToken(await aLocation())).secret;
  await aLead(location, {
    name: '=HYPERLINK("http://evil.example")',
    valueMinor: 5000,
    source: "fair",
    lastContactedOn: "2026-02-01",
    tags: ["hot", "@vip"],
    contact: { name: "Ada, Countess", phone: "+1 212 555 0187" },
  });
  await aLead(location, { name: "Grüße\nzwei", owner: { username: rita.username }, contact: { name: "Grace" } });
});

const get = (secret: string, parameters: Record<string, string> = {}) =>
  GET(
    new Request(`http://crm.example/api/app/leads/export?${new URLSearchParams(parameters)}`, {
      headers: { authorization: `Bearer ${secret}` },
    }),
    { params: Promise.resolve({}) },
  );

async function rows(secret: string, parameters: Record<string, string> = {}): Promise<string[][]> {
  const answer = await get(secret, parameters);
  expect(answer.status).toBe(200);
  return parse(await answer.text(), { bom: true });
}

test("what the view shows, in its order, safe for spreadsheets", async () => {
  const columns = "name,contactName,phone,valueMinor,owner,tags,stage,status,archived,lastContactedOn,source";
  expect(await rows(admin, { columns, sort: "-valueMinor" })).toEqual([
    [
      "Lead",
      "Contact",
      "Phone",
      "Value",
      "Currency",
      "Owner",
      "Tags",
      "Stage",
      "Status",
      "Archived",
      "Last contact",
      "Source",
    ],
    [
      `'=HYPERLINK("http://evil.example")`,
      "Ada, Countess",
      "+1 212 555 0187",
      "5000",
      "JPY",
      "",
      "hot; @vip",
      expect.any(String),
      "Open",
      "No",
      "2026-02-01",
      "fair",
    ],
    ["Grüße\nzwei", "Grace", "", "", "JPY", "Rita", "", expect.any(String), "Open", "No", "", ""],
  ]);
  const filter = JSON.stringify({ all: [{ field: "source", operator: "is", value: "fair" }] });
  expect(await rows(admin, { columns: "contactName", filter })).toEqual([["Contact"], ["Ada, Countess"]]);
  expect(await rows(admin, { search: "countess", columns: "source,source" })).toEqual([["Source"], ["fair"]]);
});

test("a file to be kept, of UTF-8 with or without its mark, which nothing runs", async () => {
  const answer = await get(admin, { name: "Hot leads / Q1", columns: "name" });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": expect.stringMatching(/^attachment; filename="hot-leads-q1-\d{4}-\d\d-\d\d\.csv"/),
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  expect(answer.headers.has("content-length")).toBe(false);
  const mark = [0xef, 0xbb, 0xbf];
  expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 3)]).toEqual(mark);
  const plain = await get(admin, { bom: "false", columns: "name" });
  expect([...new Uint8Array(await plain.arrayBuffer()).slice(0, 3)]).not.toEqual(mark);
});

test("moments are on the clock of the location", async () => {
  const [, line] = await rows(admin, { columns: "createdAt", search: "grace" });
  expect(line?.[0]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
});

test("who sees only their own exports only their own, and another location nothing", async () => {
  expect(await rows(rep, { columns: "contactName" })).toEqual([["Contact"], ["Grace"]]);
  expect(await rows(stranger, { columns: "contactName" })).toEqual([["Contact"]]);
});

test("more leads than are read at a time, each once; and the export is in the log", async () => {
  const many = await aLocation();
  const model = await aLead(many, { name: "Many" });
  await change(contextOf(many), async (transaction) => {
    await transaction.execute(sql`insert into opportunities (location_id, id, slug, contact_id, pipeline_id, stage_id, name, currency, category_id, position)
      select location_id, 'm' || lpad(n::text, 19, '0'), 's' || n, contact_id, pipeline_id, stage_id, 'Many ' || n, currency, category_id, position
      from opportunities, generate_series(2, 1234) n where id = ${model.id}`);
    return { result: null, unchanged: true };
  });
  const [, ...found] = await rows((await aToken(many)).secret, {
    columns: "name",
    sort: "name",
    filter: '{"all":[{"field":"name","operator":"contains","value":"many"}]}',
  });
  expect(new Set(found.map(([name]) => name)).size).toBe(1234);
  expect(found).toHaveLength(1234);
  const told = await read(contextOf(many), (transaction) =>
    transaction
      .select({ after: events.after })
      .from(events)
      .where(and(eq(events.locationId, many.id), eq(events.type, "leads.exported"))),
  );
  expect(told).toMatchObject([{ after: { columns: ["name"], filter: { all: [{ field: "name" }] } } }]);
});

test("422 before anything is sent", async () => {
  expect((await get(admin, { columns: "nonsense" })).status).toBe(422);
  expect((await get(admin, { filter: '{"all":[{"field":"x","operator":"is"}]}' })).status).toBe(422);
  expect((await get(admin, { bom: "perhaps" })).status).toBe(422);
  expect((await get("wrong")).status).toBe(401);
});
