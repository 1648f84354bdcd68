import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { tasks } from "@/db/schema/activity";
import { opportunities, stages } from "@/db/schema/opportunities";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { BoardAnswer, BoardCardsAnswer, CardsAnswer } from "@/lib/dialects/native/board";
import { newId } from "@/lib/kit/id";
import type { Lead } from "@/lib/leads/model";

let location: Location;
let call: ReturnType<typeof apiCaller>;
let admin: Awaited<ReturnType<typeof aMember>>;

beforeAll(async () => {
  location = await aLocation();
  admin = await aMember(location);
  call = apiCaller(routeTable, (await aToken(location, { user: admin })).secret);
});

const get = (path: string) => call("GET", path);

test("a board has the stages of the default pipeline, what is in them, and what that is expected to bring", async () => {
  const where = await aLocation();
  const caller = apiCaller(routeTable, (await aToken(where)).secret);
  await aLead(where, { valueMinor: 1010, stage: { key: "prospect" } });
  await aLead(where, { valueMinor: 200, stage: { key: "prospect" } });
  const won = await aLead(where, { valueMinor: 99, stage: { key: "prospect" } });
  const euros = await aLead(where, { valueMinor: 10, stage: { key: "prospect" } });
  await aLead(where, { valueMinor: 5000, stage: { key: "prospect" }, archived: true });
  await change(contextOf(where), async (transaction) => {
    await transaction.update(opportunities).set({ status: "won" }).where(eq(opportunities.id, won.id));
    await transaction.update(opportunities).set({ currency: "EUR" }).where(eq(opportunities.id, euros.id));
    return { result: null, unchanged: true };
  });
  const { status, body } = await caller("GET", "/api/app/board");
  expect(status).toBe(200);
  expect(body).toMatchObject({ currency: "USD", asksLostReason: true, pipeline: { name: "Leads" } });
  const board = BoardAnswer.parse(body);
  expect(board.columns.map(({ key }) => key)).toEqual([
    "contact",
    "prospect",
    "potential",
    "tentative",
    "customer",
    "closed",
  ]);
  expect(body.columns[1]).toMatchObject({
    count: 3,
    stalledAfterDays: 30,
    sums: [
      { currency: "USD", minor: 1210, weightedMinor: 182 },
      { currency: "EUR", minor: 10, weightedMinor: 2 },
    ],
  });
  const everything = await caller("GET", `/api/app/board?status=all&pipeline=${board.pipeline.id}`);
  expect(everything.body.columns[1]).toMatchObject({
    count: 4,
    sums: [{ minor: 1309, weightedMinor: 281 }, { currency: "EUR" }],
  });
  expect((await caller("GET", `/api/app/board?pipeline=${newId()}`)).status).toBe(404);
});

test("what a search or a person's rights leave over is counted as it is listed", async () => {
  const rep = await aMember(location, { role: "rep", visibility: "own" });
  const own = apiCaller(routeTable, (await aToken(location, { user: rep })).secret);
  const mine = await aLead(location, { name: "Winter garden", valueMinor: 300 }, rep);
  await aLead(location, { name: "Winter coat" });
  const columnOf = async (caller: typeof call, search = "") =>
    (await caller("GET", `/api/app/board?search=${search}`)).body.columns[0];
  expect(await columnOf(own)).toMatchObject({ count: 1, sums: [{ minor: 300 }] });
  expect((await columnOf(call, "winter")).count).toBe(2);
  expect((await columnOf(call, "winter+garden")).count).toBe(1);
  const filter = encodeURIComponent(
    JSON.stringify({ all: [{ field: "contactName", operator: "contains", value: "Lovelace" }] }),
  );
  expect((await get(`/api/app/board?search=winter&filter=${filter}`)).body.columns[0].count).toBe(2);
  expect((await get(`/api/app/board/cards?stage=${mine.stage.id}&filter=${filter}`)).body.cards).not.toEqual([]);
  expect((await get(`/api/app/board?filter=%7B%22all%22%3A%5B1%5D%7D`)).status).toBe(422);
  const { body } = await own("GET", `/api/app/board/cards?stage=${mine.stage.id}`);
  expect(BoardCardsAnswer.parse(body).cards.map(({ id }) => id)).toEqual([mine.id]);
  const found = await get(`/api/app/board/cards?stage=${mine.stage.id}&search=winter+gar`);
  expect(found.body.cards).toHaveLength(1);
});

test("a column is paged by key from its top, and its cards say what people need", async () => {
  const where = await aLocation();
  const caller = apiCaller(routeTable, (await aToken(where)).secret);
  const leads: Lead[] = [];
  for (let count = 0; count < 5; count++) leads.push(await aLead(where, { name: `Lead ${count}`, tags: ["roof"] }));
  const [first] = leads;
  const stageId = String(first?.stage.id);
  const due = new Date("2026-01-02T10:00:00Z");
  await change(contextOf(where), async (transaction) => {
    await transaction.insert(tasks).values({
      locationId: where.id,
      id: newId(),
      contactId: first?.contact.id ?? "",
      opportunityId: first?.id,
      title: "Call back",
      dueAt: due,
    });
    return { result: null, unchanged: true };
  });
  const names: string[] = [];
  let next: string | null = "";
  for (let pages = 0; next !== null && pages < 9; pages++) {
    const { body } = await caller(
      "GET",
      `/api/app/board/cards?stage=${stageId}&limit=2${next === "" ? "" : `&after=${next}`}`,
    );
    const page = BoardCardsAnswer.parse(body);
    names.push(...page.cards.map(({ name }) => name));
    next = page.next;
  }
  expect(names).toEqual(["Lead 4", "Lead 3", "Lead 2", "Lead 1", "Lead 0"]);
  const { body } = await caller("GET", `/api/app/board/cards/by-id?ids=${String(first?.id)},${newId()}`);
  expect(body.cards).toEqual([
    expect.objectContaining({
      id: first?.id,
      name: "Lead 0",
      contactName: "Ada Lovelace",
      tags: ["roof"],
      next: { kind: "task", title: "Call back", at: due.toISOString() },
    }),
  ]);
  const won = await caller("GET", `/api/app/board/cards/by-id?ids=${String(first?.id)}&status=won`);
  expect(won.body.cards).toEqual([]);
  expect((await caller("GET", `/api/app/board/cards?stage=${stageId}&after=x`)).status).toBe(422);
});

test("a move answers the cards as they are now and names its events; a clash says who was faster", async () => {
  const [one, two] = [await aLead(location), await aLead(location)];
  const [prospect] = await change(contextOf(location), async (transaction) => ({
    result: await transaction
      .select({ id: stages.id })
      .from(stages)
      .where(and(eq(stages.locationId, location.id), eq(stages.key, "prospect"))),
    unchanged: true,
  }));
  const move = (json: unknown) => call("POST", "/api/app/board/moves", { json });
  const moved = await move({
    leads: [
      { id: two.id, version: 1 },
      { id: one.id, version: 1 },
    ],
    stageId: prospect?.id,
  });
  expect(moved.status, JSON.stringify(moved.body)).toBe(200);
  expect(CardsAnswer.parse(moved.body).cards.map(({ id, version }) => [id, version])).toEqual([
    [two.id, 2],
    [one.id, 2],
  ]);
  expect(moved.headers.get("leadwright-events")?.split(",")).toHaveLength(2);
  const stale = await move({ leads: [{ id: one.id, version: 1 }], status: "won" });
  expect(stale.status).toBe(409);
  expect(stale.body).toMatchObject({
    code: "changed_since",
    detail: `${admin.name} moved the lead to Prospect meanwhile. Your move was not made.`,
    clashes: [{ field: "status", wanted: "won", present: "open", by: admin.name }],
  });
  expect((await move({ leads: [] })).status).toBe(422);
  expect((await move({ leads: [{ id: one.id }, { id: one.id }] })).status).toBe(422);
});

test("settings of the pipelines are everybody's to read and the administrators' to change", async () => {
  const rep = await aMember(location, { role: "rep" });
  const reps = apiCaller(routeTable, (await aToken(location, { user: rep })).secret);
  const path = "/api/app/pipeline-settings";
  expect((await reps("GET", path)).body).toMatchObject({ asksLostReason: true });
  expect((await reps("PUT", path, { json: { asksLostReason: false } })).status).toBe(403);
  const saved = await call("PUT", path, { json: { stalledAfterDays: 10 } });
  expect(saved.body).toMatchObject({ stalledAfterDays: 10, asksLostReason: true });
  expect((await call("PUT", path, { json: { stalledAfterDays: 0 } })).status).toBe(422);
  expect((await get("/api/app/board")).body.columns[0].stalledAfterDays).toBe(10);
});
