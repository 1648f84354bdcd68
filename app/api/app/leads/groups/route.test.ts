import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { opportunities } from "@/db/schema/opportunities";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken } from "@/db/testing/factories";
import { asSystem } from "@/lib/data/doors";
import { LeadGroupsAnswer, LeadsAnswer } from "@/lib/dialects/native/lead-query";
import { type Grouping, groupings } from "@/lib/leads/query/model";

type Call = ReturnType<typeof apiCaller>;

let admin: Call;
let rep: Call;
let stranger: Call;

beforeAll(async () => {
  const location = await aLocation({ timeZone: "America/New_York" });
  const rita = await aMember(location, { role: "rep", visibility: "own", name: "Rita" });
  admin = apiCaller(routeTable, (await aToken(location)).secret);
  rep = apiCaller(routeTable, (await aToken(location, { user: rita })).secret);
  stranger = apiCaller(routeTable, (await aToken(await aLocation())).secret);
  const made = async (at: string, given: Parameters<typeof aLead>[1]) => {
    const { id } = await aLead(location, given);
    await asSystem("test", (transaction) =>
      transaction
        .update(opportunities)
        .set({ createdAt: new Date(at) })
        .where(eq(opportunities.id, id)),
    );
  };
  await made("2026-02-01T04:59:00Z", {
    name: "a",
    valueMinor: 100,
    source: "fair",
    owner: { username: rita.username },
  });
  await made("2026-02-01T05:00:00Z", { name: "b", valueMinor: 200, source: "fair", stage: { key: "prospect" } });
  await made("2026-02-28T12:00:00Z", { name: "c", source: null, stage: { key: "prospect" }, archived: true });
});

const ask = async (call: Call, by: Grouping, parameters: Record<string, string> = {}) => {
  const { status, body } = await call("GET", `/api/app/leads/groups?${new URLSearchParams({ by, ...parameters })}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return LeadGroupsAnswer.parse(body).groups;
};

const counts = async (...asked: Parameters<typeof ask>) =>
  (await ask(...asked)).map(({ label, count, sums }) => [label, count, sums.map(({ valueMinor }) => valueMinor)]);

/** A filter that the tallies do not know, and that every lead meets. */
const untallied = { filter: JSON.stringify({ all: [{ field: "number", operator: "greaterThan", value: -1 }] }) };

describe.each([
  ["by the tallies", {}],
  ["by going through them", untallied],
])("%s", (_, filter) => {
  test("stages, sources, statuses and months, which are the location's", async () => {
    expect(await counts(admin, "stage", filter)).toEqual([
      ["Contact", 1, [100]],
      ["Prospect", 2, [200]],
    ]);
    expect(await counts(admin, "source", filter)).toEqual([
      ["fair", 2, [300]],
      [null, 1, [0]],
    ]);
    expect(await counts(admin, "status", filter)).toEqual([["open", 3, [300]]]);
    expect(await counts(admin, "month", filter)).toEqual([
      ["2026-02", 2, [200]],
      ["2026-01", 1, [100]],
    ]);
    expect(await counts(admin, "owner", filter)).toEqual([
      ["Rita", 1, [100]],
      [null, 2, [200]],
    ]);
  });
});

test.each(groupings)("by %s: each group lists as many leads as it counts", async (by) => {
  for (const parameters of [
    {},
    untallied,
    { filter: '{"all":[{"field":"archived","operator":"is","value":false}]}' },
  ]) {
    for (const { count, filter } of await ask(admin, by, parameters)) {
      const { body } = await admin("GET", `/api/app/leads?${new URLSearchParams({ filter: JSON.stringify(filter) })}`);
      const list = LeadsAnswer.parse(body);
      expect([list.items.length, list.total]).toEqual([count, { count, exact: true }]);
    }
  }
});

test("a rep is told of their own leads only, another location of none", async () => {
  expect(await counts(rep, "stage")).toEqual([["Contact", 1, [100]]]);
  expect(await counts(rep, "owner")).toEqual([["Rita", 1, [100]]]);
  expect(await ask(stranger, "source")).toEqual([]);
});

test("422: a grouping that is none", async () => {
  expect((await admin("GET", "/api/app/leads/groups?by=mood")).status).toBe(422);
  expect((await admin("GET", "/api/app/leads/groups")).status).toBe(422);
});
