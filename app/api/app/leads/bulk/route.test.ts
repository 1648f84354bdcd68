import { and, eq, inArray, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf, type Member } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { runBulk } from "@/lib/bulk/run-bulk";
import { asSystem, change, read } from "@/lib/data/doors";
import { BulkAnswer, BulkChangeAnswer } from "@/lib/dialects/native/bulk";
import { Problem } from "@/lib/dialects/native/dialect";
import { newId } from "@/lib/kit/id";
import { setLeadTags } from "@/lib/leads/set-lead-tags";
import { updateLead } from "@/lib/leads/update-lead";

type Call = ReturnType<typeof apiCaller>;

let location: Location;
let context: Context;
let rita: Member;
let otto: Member;
let admin: Call;
let rep: Call;
let stranger: Call;
let stages: string[];

beforeAll(async () => {
  location = await aLocation();
  context = contextOf(location);
  const boss = await aMember(location);
  rita = await aMember(location, { role: "rep", visibility: "own", name: "Rita" });
  otto = await aMember(location, { role: "rep", name: "Otto" });
  admin = apiCaller(routeTable, (await aToken(location, { user: boss })).secret);
  rep = apiCaller(routeTable, (await aToken(location, { user: rita })).secret);
  stranger = apiCaller(routeTable, (await aToken(await aLocation())).secret);
  stages = await read(context, async (transaction) => {
    const { rows } = await transaction.execute<{ id: string }>(
      sql`select id from stages where location_id = ${location.id} order by position`,
    );
    return rows.map(({ id }) => id);
  });
});

/** Leads with a source of their own, by which a query finds them. */
async function some(count: number, given: Parameters<typeof aLead>[1] = {}) {
  const source = newId();
  const leads = [];
  for (let number = 0; number < count; number++)
    leads.push(await aLead(location, { name: `Lead ${number}`, source, ...given }));
  return {
    source,
    ids: leads.map(({ id }) => id),
    query: { filter: { all: [{ field: "source", operator: "is", value: source }] } },
  };
}

/** Many leads at once, made after one. */
async function many(count: number) {
  const { source, query, ids } = await some(1);
  await change(context, async (transaction) => {
    await transaction.execute(sql`insert into opportunities (location_id, id, slug, contact_id, pipeline_id, stage_id, name, currency, category_id, source, position)
      select location_id, 'm' || substr(${source}, 1, 13) || lpad(n::text, 6, '0'), 's' || ${source} || n, contact_id, pipeline_id, stage_id, 'Many ' || n, currency, category_id, source, position
      from opportunities, generate_series(2, ${count}::int) n where id = ${ids[0]}`);
    return { result: null, unchanged: true };
  });
  return { query, source };
}

async function does(call: Call, selection: unknown, command: unknown) {
  const { status, body } = await call("POST", "/api/app/leads/bulk", { json: { selection, command } });
  expect(status, JSON.stringify(body)).toBe(200);
  const { bulk } = BulkAnswer.parse(body);
  if (!bulk) throw new Error("No change was started.");
  return bulk;
}

const get = async (call: Call, id: string) => BulkChangeAnswer.parse((await call("GET", `/api/app/bulk/${id}`)).body);

async function undoes(call: Call, id: string) {
  const { status, body } = await call("POST", `/api/app/bulk/${id}/undo`);
  expect(status, JSON.stringify(body)).toBe(200);
  return BulkChangeAnswer.parse(body);
}

/** What commands change of leads, by their order. */
const stateOf = (ids: string[]) =>
  read(context, (transaction) =>
    transaction
      .select({
        ownerId: opportunities.ownerId,
        stageId: opportunities.stageId,
        status: opportunities.status,
        isArchived: sql<boolean>`${opportunities.archivedAt} is not null`,
        isDeleted: sql<boolean>`${opportunities.deletedAt} is not null`,
        tags: contacts.tags,
      })
      .from(opportunities)
      .innerJoin(contacts, eq(contacts.id, opportunities.contactId))
      .where(and(eq(opportunities.locationId, location.id), inArray(opportunities.id, ids)))
      .orderBy(opportunities.id),
  );

test.each<[string, () => object, () => object]>([
  ["assign", () => ({ ownerId: otto.id }), () => ({ ownerId: otto.id })],
  ["stage", () => ({ stageId: stages[2] }), () => ({ stageId: stages[2] })],
  ["status", () => ({ status: "won" }), () => ({ status: "won" })],
  ["addTags", () => ({ tags: ["hot", "VIP"] }), () => ({ tags: ["vip", "hot"] })],
  ["removeTags", () => ({ tags: ["VIP", "none"] }), () => ({ tags: [] })],
  ["archive", () => ({}), () => ({ isArchived: true })],
  ["delete", () => ({}), () => ({ isDeleted: true })],
])(
  "%s: done at once to all that were named, told by an event each, and undone as a whole",
  async (type, command, after) => {
    const { ids } = await some(3, { tags: ["vip"] });
    const before = await stateOf(ids);
    const done = await does(admin, { ids }, { type, ...command() });
    expect(done).toMatchObject({ state: "done", total: 3, done: 3, changed: 3, skipped: 0, failure: null });
    expect(await stateOf(ids)).toMatchObject(ids.map(() => after()));
    const again = await does(admin, { ids }, { type, ...command() });
    expect(again).toMatchObject({ state: "done", changed: 0, skipped: 3 });
    const undone = await undoes(admin, done.id);
    expect(undone).toMatchObject({
      state: "done",
      total: 3,
      changed: 3,
      skipped: 0,
      undoOf: done.id,
      command: { type: "undo" },
    });
    expect(await stateOf(ids)).toEqual(before);
    expect(await get(admin, done.id)).toMatchObject({ undoneBy: undone.id });
    await undoes(admin, undone.id);
    expect(await stateOf(ids)).toMatchObject(ids.map(() => after()));
  },
);

test("restore and activate take leads back", async () => {
  const { ids } = await some(2);
  await does(admin, { ids }, { type: "archive" });
  expect(await does(admin, { ids }, { type: "activate" })).toMatchObject({ changed: 2 });
  await does(admin, { ids }, { type: "delete" });
  expect(await does(admin, { ids }, { type: "restore" })).toMatchObject({ changed: 2 });
  expect(await stateOf(ids)).toMatchObject([
    { isArchived: false, isDeleted: false },
    { isArchived: false, isDeleted: false },
  ]);
});

test("all of a query's leads in the bin are restored", async () => {
  const { ids, query } = await some(2);
  await does(admin, { query }, { type: "delete" });
  expect(await does(admin, { query }, { type: "restore" })).toMatchObject({ total: 0, changed: 0 });
  expect(await does(admin, { query: { ...query, deleted: true } }, { type: "restore" })).toMatchObject({ changed: 2 });
  expect(await stateOf(ids)).toMatchObject([{ isDeleted: false }, { isDeleted: false }]);
});

test("all that a query finds, but for exceptions; a preview counts them and changes nothing", async () => {
  const { ids, query } = await some(4);
  const selection = { query, except: ids.slice(0, 1) };
  const { body } = await admin("POST", "/api/app/leads/bulk", {
    json: { selection, command: { type: "archive" }, preview: true },
  });
  expect(body).toEqual({ preview: { count: 3, exact: true }, bulk: null });
  expect(await stateOf(ids)).toMatchObject(ids.map(() => ({ isArchived: false })));
  expect(await does(admin, selection, { type: "archive" })).toMatchObject({ total: 3, done: 3, changed: 3 });
  expect((await stateOf(ids)).map(({ isArchived }) => isArchived)).toEqual([false, true, true, true]);
});

test("who becomes the owner goes on following, also when it is undone", async () => {
  const { ids } = await some(1);
  await change(context, async (transaction) => {
    await transaction.execute(sql`insert into opportunity_followers (location_id, id, opportunity_id, user_id, position)
      values (${location.id}, ${newId()}, ${ids[0]}, ${otto.id}, 0), (${location.id}, ${newId()}, ${ids[0]}, ${rita.id}, 1)`);
    return { result: null, unchanged: true };
  });
  const followers = async () => {
    const rows = await read(context, (transaction) =>
      transaction.execute<{ user_id: string }>(
        sql`select user_id from opportunity_followers where opportunity_id = ${ids[0]} order by position`,
      ),
    );
    return rows.rows.map((row) => row.user_id);
  };
  const done = await does(admin, { ids }, { type: "assign", ownerId: otto.id });
  expect(await followers()).toEqual([otto.id, rita.id]);
  await undoes(admin, done.id);
  expect(await followers()).toEqual([otto.id, rita.id]);
});

test("a lead that somebody changed since is left as it is, the others are undone", async () => {
  const { ids } = await some(3);
  const done = await does(admin, { ids }, { type: "addTags", tags: ["hot"] });
  await setLeadTags(context, { lead: { id: ids[1] ?? "" }, tags: ["mine"] });
  expect(await undoes(admin, done.id)).toMatchObject({ state: "done", changed: 2, skipped: 1 });
  expect((await stateOf(ids)).map(({ tags }) => tags)).toEqual([[], ["mine"], []]);
});

test.each<[object, object]>([
  [{ type: "archive" }, { type: "activate" }],
  [
    { type: "status", status: "won" },
    { type: "status", status: "lost" },
  ],
  [{ type: "archive" }, { type: "delete" }],
  [{ type: "delete" }, { type: "restore" }],
])("%j that was followed by %j for one of several is undone for the others", async (first, second) => {
  const { ids } = await some(3);
  const before = await stateOf(ids);
  const done = await does(admin, { ids }, first);
  await does(admin, { ids: ids.slice(1, 2) }, second);
  const since = await stateOf(ids);
  expect(await undoes(admin, done.id)).toMatchObject({ state: "done", changed: 2, skipped: 1 });
  expect(await stateOf(ids)).toEqual(before.map((state, place) => (place === 1 ? since[1] : state)));
});

test("a rep changes what they may read, and nothing else; nobody changes another location's leads", async () => {
  const nora = await aMember(location, { role: "rep", visibility: "own" });
  const call = apiCaller(routeTable, (await aToken(location, { user: nora })).secret);
  const mine = await aLead(location, { name: "Mine", owner: { username: nora.username } });
  const other = await aLead(location, { name: "Other" });
  const ids = [mine.id, other.id];
  expect(await does(call, { ids }, { type: "archive" })).toMatchObject({ changed: 1, skipped: 1 });
  expect(await does(stranger, { ids }, { type: "delete" })).toMatchObject({ changed: 0, skipped: 2 });
  expect((await stateOf([mine.id])).concat(await stateOf([other.id]))).toMatchObject([
    { isArchived: true, isDeleted: false },
    { isArchived: false, isDeleted: false },
  ]);
  const everything = await does(call, { query: { filter: { all: [] } } }, { type: "status", status: "lost" });
  expect(everything).toMatchObject({ total: 1, changed: 1 });
});

test("a change of many runs in batches, tells how far it is, and survives being run twice", async () => {
  const { query, source } = await many(450);
  const started = await does(admin, { query }, { type: "status", status: "won" });
  expect(started).toMatchObject({ state: "waiting", total: 450, done: 0 });
  await Promise.all([runBulk(context, started.id), runBulk(context, started.id)]);
  expect(await get(admin, started.id)).toMatchObject({ state: "done", done: 450, changed: 450, skipped: 0 });
  const counts = () =>
    asSystem("test", async (transaction) => {
      const { rows } = await transaction.execute<{ won: number; told: number }>(sql`
        select (select count(*)::int from opportunities where source = ${source} and status = 'won') as won,
          (select count(*)::int from events where part_of_id = ${started.id}) as told`);
      return rows[0];
    });
  expect(await counts()).toEqual({ won: 450, told: 450 });
  const undoing = await undoes(admin, started.id);
  await runBulk(context, undoing.id);
  expect(await get(admin, undoing.id)).toMatchObject({ state: "done", changed: 450, skipped: 0 });
  expect(await counts()).toMatchObject({ won: 0 });
});

test("a cancelled change ends, and what it did can be undone", async () => {
  const { query } = await many(201);
  const started = await does(admin, { query }, { type: "archive" });
  const { body } = await admin("POST", `/api/app/bulk/${started.id}/cancel`);
  expect(body).toMatchObject({ state: "cancelled", done: 0 });
  await runBulk(context, started.id);
  expect(await get(admin, started.id)).toMatchObject({ state: "cancelled", done: 0 });
  expect((await admin("POST", `/api/app/bulk/${started.id}/cancel`)).status).toBe(409);
  expect(await undoes(admin, started.id)).toMatchObject({ state: "done", total: 0 });
});

test("a change whose stage goes away meanwhile fails with the reason", async () => {
  const { query } = await many(201);
  const stageId = newId();
  await change(context, async (transaction) => {
    await transaction.execute(sql`insert into stages (location_id, id, pipeline_id, key, name, color, probability, position)
      select location_id, ${stageId}, pipeline_id, 'brief', 'Brief', color, probability, 99 from stages where id = ${stages[0]}`);
    return { result: null, unchanged: true };
  });
  const started = await does(admin, { query }, { type: "stage", stageId });
  await asSystem("test", (transaction) => transaction.execute(sql`delete from stages where id = ${stageId}`));
  await runBulk(context, started.id);
  expect(await get(admin, started.id)).toMatchObject({
    state: "failed",
    changed: 0,
    failure: expect.stringContaining("stage"),
  });
});

test("only who started a change, and administrators, see it and take it back", async () => {
  const lead = await aLead(location, { owner: { username: rita.username } });
  const done = await does(rep, { ids: [lead.id] }, { type: "archive" });
  const otherRep = apiCaller(routeTable, (await aToken(location, { user: otto })).secret);
  for (const call of [otherRep, stranger]) {
    expect((await call("GET", `/api/app/bulk/${done.id}`)).status).toBe(404);
    expect((await call("POST", `/api/app/bulk/${done.id}/undo`)).status).toBe(404);
    expect((await call("POST", `/api/app/bulk/${done.id}/cancel`)).status).toBe(404);
  }
  expect((await rep("GET", "/api/app/bulk")).body).toMatchObject({
    bulk: expect.arrayContaining([expect.objectContaining({ id: done.id })]),
  });
  expect(await undoes(admin, done.id)).toMatchObject({ changed: 1 });
  expect((await rep("POST", `/api/app/bulk/${done.id}/undo`)).status).toBe(409);
});

test("a rep undoes giving leads away that they can not read any more", async () => {
  const lead = await aLead(location, { owner: { username: rita.username } });
  const done = await does(rep, { ids: [lead.id] }, { type: "assign", ownerId: otto.id });
  expect(await undoes(rep, done.id)).toMatchObject({ changed: 1, skipped: 0 });
  expect(await stateOf([lead.id])).toMatchObject([{ ownerId: rita.id }]);
});

test("422: what does not fit", async () => {
  const { ids } = await some(1);
  const wrong = async (json: unknown) => {
    const { status, body } = await admin("POST", "/api/app/leads/bulk", { json });
    return { status, paths: Problem.parse(body).issues?.map((issue) => issue.path.join(".")) };
  };
  const command = { type: "archive" };
  expect(await wrong({ selection: { ids: [] }, command })).toMatchObject({ status: 422 });
  expect(await wrong({ selection: { ids: ["x"] }, command })).toMatchObject({ status: 422 });
  expect(await wrong({ selection: { ids }, command: { type: "explode" } })).toMatchObject({ status: 422 });
  const reasoned = { type: "status", status: "won", lostReasonId: newId() };
  expect(await wrong({ selection: { ids }, command: reasoned })).toEqual({ status: 422, paths: ["lostReasonId"] });
  expect(await wrong({ selection: { ids }, command: { type: "assign", ownerId: newId() } })).toEqual({
    status: 422,
    paths: ["ownerId"],
  });
  expect(await wrong({ selection: { ids }, command: { type: "stage", stageId: newId() } })).toEqual({
    status: 422,
    paths: ["stageId"],
  });
  expect(
    await wrong({ selection: { query: { filter: { all: [{ field: "no", operator: "is" }] } } }, command }),
  ).toEqual({ status: 422, paths: ["filter.all.0.field"] });
  expect((await admin("GET", `/api/app/bulk/${newId()}`)).status).toBe(404);
});

test("a lead changed by a bulk keeps its other fields", async () => {
  const { ids } = await some(1, { valueMinor: 700 });
  await updateLead(context, { lead: { id: ids[0] ?? "" }, changes: { description: "Big" } });
  await does(admin, { ids }, { type: "status", status: "won" });
  const rows = await read(context, (transaction) =>
    transaction
      .select({
        valueMinor: opportunities.valueMinor,
        description: opportunities.description,
        version: opportunities.version,
      })
      .from(opportunities)
      .where(eq(opportunities.id, ids[0] ?? "")),
  );
  expect(rows).toEqual([{ valueMinor: 700, description: "Big", version: 3 }]);
});
