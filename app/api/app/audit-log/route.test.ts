import { beforeAll, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import type { AuditLogAnswer } from "@/lib/dialects/native/audit-log";
import { directDoor } from "@/lib/http/direct-door";
import { localDate } from "@/lib/kit/zone";
import { updateLead } from "@/lib/leads/update-lead";
import { saveLocationSettings } from "@/lib/locations/location-settings";

let location: Location;
let secret: string;
let grace: { id: string };
const path = "/api/app/audit-log";
const said = async (query = ""): Promise<AuditLogAnswer> =>
  (await apiCaller(routeTable, secret)("GET", `${path}${query}`)).body;
const types = async (query = "") => (await said(query)).entries.map(({ type }) => type);

beforeAll(async () => {
  location = await aLocation({ name: "Acme" });
  const [ada, other] = [await aMember(location, { name: "Ada" }), await aMember(location, { name: "Grace" })];
  grace = other;
  secret = (await aToken(location, { user: ada })).secret;
  const lead = await aLead(location, { name: "=HYPERLINK" }, ada);
  await updateLead(contextOf(location, other), { lead: { id: lead.id }, changes: { stage: { key: "prospect" } } });
  const { name, timeZone, currency, country } = location;
  await saveLocationSettings(contextOf(location, other), { name: `${name} Ltd`, timeZone, currency, country });
});

test("who did what is told, the last first, page by page", async () => {
  const { entries, next, timeZone } = await said();
  expect(entries.slice(0, 3)).toMatchObject([
    { type: "settings.changed", actorName: "Grace", before: { name: "Acme" }, after: { name: "Acme Ltd" } },
    { type: "lead.updated", actorName: "Grace", leadId: expect.any(String) },
    { type: "lead.stage_changed", actorName: "Grace", leadId: expect.any(String) },
  ]);
  expect([next, timeZone]).toEqual([null, expect.any(String)]);
  const first = await said("?limit=2");
  expect(first.next).toBe(first.entries[1]?.id);
  const rest = await said(`?limit=100&after=${String(first.next)}`);
  expect([...first.entries, ...rest.entries]).toEqual(entries);
});

test("the log is narrowed by person, kind and days", async () => {
  expect(await types(`?actor=${grace.id}`)).toEqual(["settings.changed", "lead.updated", "lead.stage_changed"]);
  expect(await types(`?actor=${grace.id}&kind=settings`)).toEqual(["settings.changed"]);
  expect(await types("?actor=programs")).toEqual([]);
  expect(await types("?kind=mail")).toEqual([]);
  const today = localDate(new Date(), location.timeZone);
  expect((await types(`?from=${today}&to=${today}`)).length).toBe((await types()).length);
  expect(await types("?to=2020-01-01")).toEqual([]);
  expect(await types("?from=2999-01-01")).toEqual([]);
  for (const wrong of ["kind=all", "actor=x", "from=tomorrow"])
    expect((await apiCaller(routeTable, secret)("GET", `${path}?${wrong}`)).status).toBe(422);
});

test("it is downloaded as a file whose cells are no formulas", async () => {
  const answer = await directDoor(routeTable)(
    new Request(`http://leadwright.test${path}/file?actor=${grace.id}`, {
      headers: { authorization: `Bearer ${secret}` },
    }),
  );
  const lines = (await answer?.text())?.trim().split("\r\n") ?? [];
  expect(lines).toHaveLength(4);
  expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z,user,Grace,settings\.changed,,/);
  expect(answer?.headers.get("content-disposition")).toContain("audit-log-");
});

test("administrators alone read it, and nothing of another location", async () => {
  const manager = await aToken(location, { user: await aMember(location, { role: "manager" }) });
  for (const each of [path, `${path}/file`])
    expect((await apiCaller(routeTable, manager.secret)("GET", each)).status).toBe(403);
  const elsewhere = await aLocation();
  const stranger = await aToken(elsewhere, { user: await aMember(elsewhere) });
  const { body } = await apiCaller(routeTable, stranger.secret)("GET", `${path}?actor=${grace.id}`);
  expect(body.entries).toEqual([]);
});
