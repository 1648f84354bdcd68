import { beforeEach, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, type Member } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import type { NotificationsAnswer } from "@/lib/dialects/native/notifications";
import type { Lead } from "@/lib/leads/model";

const path = "/api/app/notifications";
let location: Location;
let bob: Member;
let lead: Lead;
let key: Awaited<ReturnType<typeof callerOf>>;
let asBob: Awaited<ReturnType<typeof callerOf>>;

beforeEach(async () => {
  location = await aLocation();
  bob = await aMember(location, { name: "Bob", role: "rep", visibility: "own" });
  lead = await aLead(location, { name: "Barn roof" });
  [key, asBob] = [await callerOf(), await callerOf(bob)];
});

const callerOf = async (user?: Member) => apiCaller(routeTable, (await aToken(location, { user })).secret);

const items = async (query = ""): Promise<NotificationsAnswer["items"]> => {
  const { status, body } = await asBob("GET", `${path}${query}`);
  expect(status).toBe(200);
  return body.items;
};

test("an assignment is told of, whichever API made it", async () => {
  const crm = await key("POST", "/api/crm/lead", {
    json: { first_name: "Kim", email_id: "kim@example.com", lead_owner: bob.username },
  });
  expect(crm.status).toBeLessThan(300);
  const rest = await key("PUT", `/api/leads/${lead.number}/assigned`, { json: { assigned: [bob.number] } });
  expect(rest.status).toBe(200);
  const admin = await callerOf(await aMember(location, { name: "Ada" }));
  const other = await aLead(location, { name: "Stable door" });
  const selection = { ids: [other.id] };
  const bulk = await admin("POST", "/api/app/leads/bulk", {
    json: { selection, command: { type: "assign", ownerId: bob.id } },
  });
  expect(bulk.status).toBeLessThan(300);
  const told = await items();
  expect(told.map(({ kind, actorName }) => [kind, actorName])).toEqual([
    ["assigned", "Ada"],
    ["assigned", "Test"],
    ["assigned", "Test"],
  ]);
  expect(told[1]).toMatchObject({ lead: { id: lead.id, name: "Barn roof" }, hidden: false, readAt: null });
});

test("notifications are counted, paged, marked read, and read by their person alone", async () => {
  for (const name of ["A", "B", "C"]) await aLead(location, { name, owner: bob });
  expect((await asBob("GET", `${path}/unread`)).body).toEqual({ unread: 3, orMore: false });
  const first = await asBob("GET", `${path}?limit=2`);
  expect(first.body.next).toBe(first.body.items[1].id);
  const [oldest] = await items(`?cursor=${first.body.next}`);
  expect(oldest?.lead?.name).toBe("A");
  expect((await asBob("PUT", `${path}/read`, { json: { ids: [oldest?.id] } })).status).toBe(200);
  expect((await items("?unread=true")).map((item) => item.lead?.name)).toEqual(["C", "B"]);

  const eve = await callerOf(await aMember(location));
  expect((await eve("GET", path)).body.items).toEqual([]);
  await eve("PUT", `${path}/read`, { json: { upTo: first.body.items[0].id } });
  expect((await asBob("GET", `${path}/unread`)).body.unread).toBe(2);
  await asBob("PUT", `${path}/read`, { json: { upTo: first.body.items[0].id } });
  expect((await asBob("GET", `${path}/unread`)).body.unread).toBe(0);
});

test("a body that names nothing, or both ways at once, is refused; a location's key has no notifications", async () => {
  for (const json of [{}, { ids: [lead.id], upTo: lead.id }, { ids: [] }, { ids: ["x"] }])
    expect((await asBob("PUT", `${path}/read`, { json })).status, JSON.stringify(json)).toBe(422);
  expect((await asBob("GET", `${path}?cursor=x`)).status).toBe(422);
  expect((await key("GET", path)).status).toBe(403);
});

test("preferences are the person's own, in this location", async () => {
  const { body } = await asBob("GET", `${path}/preferences`);
  expect(body.preferences).toEqual(
    ["assigned", "mentioned", "task_due"].map((kind) => ({ kind, inApp: true, byMail: false })),
  );
  const set = { kind: "assigned", inApp: false, byMail: false };
  expect((await asBob("PUT", `${path}/preferences`, { json: set })).body.preferences[0]).toEqual(set);
  await aLead(location, { owner: bob });
  expect(await items()).toEqual([]);
  expect((await asBob("PUT", `${path}/preferences`, { json: { ...set, kind: "weather" } })).status).toBe(422);
});
