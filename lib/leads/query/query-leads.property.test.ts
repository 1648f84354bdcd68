import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connect";
import { testDatabase } from "@/db/testing/database";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Context, Visibility } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { localDate } from "@/lib/kit/zone";
import { createTeam } from "@/lib/members/save-team";
import { type Condition, customFieldName, type Group, type Sort } from "./model";
import { queryLeads } from "./query-leads";

// Queries put their rows together from branches, ranges of indexes and look-ups: they must answer what
// going through all leads with the same filter in hand would.

/** More than a list looks through at once. */
const howMany = 2400;
const zone = "America/New_York";
const now = new Date("2026-03-08T18:00:00Z");

type TestValue = string | number | boolean | string[] | number[] | null;

type TestLead = {
  id: string;
  contactId: string;
  number: number;
  name: string;
  contactName: string | null;
  email: string | null;
  city: string | null;
  tags: string[];
  valueMinor: number | null;
  currency: string;
  status: string;
  stage: string;
  owner: string | null;
  createdBy: string | null;
  followers: string[];
  source: string | null;
  createdAt: string;
  lastContactedOn: string | null;
  archived: boolean;
  deleted: boolean;
  nextTaskDueAt: string | null;
  /** Values of the custom fields by their id. */
  custom: Record<string, TestValue>;
};

let admin: Context;
let readers: Record<Visibility, Context>;
let users: string[];
let stages: string[];
let leads: TestLead[];
const fields = { text: newId(), number: newId(), date: newId(), flag: newId(), options: newId() };
const names = ["Roof", "roofing", "Solar 50%", "_barn", "Éclair", "x\\y", "ab", "Solar"];
const cities = ["Berlin", "berlin", "Bern", "Köln"];
const tagWords = ["VIP", "vip", "hot lead", "cold", 'a"b,{c}'];

/** Numbers that look random and are the same in every run. */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    below: (count: number) => Math.floor(next() * count),
    one: <Value>(values: readonly Value[]): Value => {
      const value = values[Math.floor(next() * values.length)];
      if (value === undefined) throw new Error("There is nothing to choose from.");
      return value;
    },
    some: <Value>(values: readonly Value[]): Value[] => values.filter(() => next() < 0.25),
    maybe: <Value>(value: Value): Value | null => (next() < 0.3 ? null : value),
  };
}

beforeAll(async () => {
  const location = await aLocation({ timeZone: zone });
  const clerk = contextOf(location, undefined, now);
  const { id: teamId } = await createTeam(clerk, { name: "North" });
  const zora = await aMember(location, { role: "rep", visibility: "own", name: "Zora", teamId });
  const ada = await aMember(location, { role: "rep", visibility: "team", name: "Ada", teamId });
  users = [zora.id, ada.id, (await aMember(location, { name: "bob" })).id];
  admin = clerk;
  readers = { own: contextOf(location, zora, now), team: contextOf(location, ada, now), all: admin };
  const model = await aLead(location);
  stages = await change(admin, async (transaction) => {
    await transaction.execute(sql`update opportunities set deleted_at = ${now.toISOString()}`);
    const { rows } = await transaction.execute<{ id: string }>(sql`select id from stages order by position`);
    return { result: rows.map(({ id }) => id), unchanged: true };
  });
  leads = Array.from({ length: howMany }, (_, index) => aTestLead(index));
  await insert(location.id, model.id);
  const client = await connect(await testDatabase(), "test");
  await client.query("analyze");
  await client.end();
});

function aTestLead(index: number): TestLead {
  const { below, one, some, maybe } = dice(index * 7919 + 13);
  const id = `o${String(index).padStart(19, "0")}`;
  const minute = (count: number) => new Date(now.getTime() - count * 60_000).toISOString();
  return {
    id,
    contactId: `c${id.slice(1)}`,
    number: 10_000 + index,
    name: `${one(names)} ${below(40)}`,
    contactName: maybe(`${one(names)} Person ${below(30)}`),
    email: maybe(`p${below(500)}@${one(["roof", "solar"])}.example`),
    city: maybe(one(cities)),
    tags: some(tagWords.filter((word) => word !== "vip" || index % 2 === 0)),
    valueMinor: maybe(below(40) * 100),
    currency: one(["USD", "EUR"]),
    status: one(["open", "won", "lost", "abandoned"]),
    stage: one(stages),
    owner: maybe(one(users)),
    createdBy: maybe(one(users)),
    followers: below(4) === 0 ? some(users) : [],
    source: maybe(one(["website", "fair", "Fair"])),
    createdAt: minute(below(60 * 24 * 40)),
    lastContactedOn: maybe(localDate(new Date(minute(below(60 * 24 * 30))), zone)),
    archived: below(8) === 0,
    deleted: below(20) === 0,
    nextTaskDueAt: maybe(minute(below(60 * 24 * 20) - 60 * 24 * 10)),
    custom: {
      ...(below(3) > 0 && { [fields.text]: one(names) }),
      ...(below(3) > 0 && { [fields.number]: below(50) / 4 }),
      ...(below(3) > 0 && { [fields.date]: `2026-03-${String(1 + below(28)).padStart(2, "0")}` }),
      ...(below(3) > 0 && { [fields.flag]: below(2) === 0 }),
      ...(below(3) > 0 && { [fields.options]: some(["red", "Blue", "green"]) }),
    },
  };
}

async function insert(locationId: string, modelId: string): Promise<void> {
  const rows = JSON.stringify(leads);
  const values = leads.flatMap(({ id, custom }) =>
    Object.entries(custom).map(([field, value]) => ({ id: newId(), lead: id, field, value })),
  );
  const people = leads.flatMap(({ id, followers }) =>
    followers.map((user, position) => ({ id: newId(), lead: id, user, position })),
  );
  const list = sql`jsonb_to_recordset(${rows}::jsonb) as l("id" text, "contactId" text, "number" bigint, "name" text, "contactName" text,
    "email" text, "city" text, "tags" text[], "valueMinor" bigint, "currency" text, "status" text, "stage" text, "owner" text, "createdBy" text,
    "source" text, "createdAt" timestamptz, "lastContactedOn" date, "archived" boolean, "deleted" boolean, "nextTaskDueAt" timestamptz)`;
  const at = sql`${now.toISOString()}::timestamptz`;
  const statements = [
    sql`insert into contacts (location_id, id, name, email, city, tags) select ${locationId}, "contactId", name, email, city, tags
      from (select "contactId", "contactName" as name, email, city, tags from ${list}) as people`,
    sql`insert into opportunities (location_id, id, number, slug, contact_id, pipeline_id, stage_id, name, value_minor, currency, status, category_id,
        owner_id, created_by_id, source, last_contacted_on, position, archived_at, deleted_at, created_at)
      select o.location_id, l.id, l.number, l.id, l."contactId", o.pipeline_id, l.stage, l.name, l."valueMinor", l.currency, l.status, o.category_id,
        l.owner, l."createdBy", l.source, l."lastContactedOn", 'a', case when l.archived then ${at} end, case when l.deleted then ${at} end, l."createdAt"
      from opportunities o, ${list} where o.id = ${modelId}`,
    sql`insert into tasks (location_id, id, contact_id, opportunity_id, title, due_at)
      select ${locationId}, 't' || substr(l.id, 2), l."contactId", l.id, 'Call', l."nextTaskDueAt" from ${list} where l."nextTaskDueAt" is not null`,
    sql`insert into tasks (location_id, id, contact_id, opportunity_id, title, due_at, completed_at)
      select ${locationId}, 'd' || substr(l.id, 2), l."contactId", l.id, 'Done', '2020-01-01', ${at} from ${list} where l.number % 3 = 0`,
    sql`insert into opportunity_followers (location_id, id, opportunity_id, user_id, position)
      select ${locationId}, f.id, f.lead, f.user, f.position from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as f(id text, lead text, "user" text, position int)`,
    ...Object.entries(fields).map(
      ([type, id]) =>
        sql`insert into custom_fields (location_id, id, record_type, field_key, name, data_type) values (${locationId}, ${id}, 'lead', ${type}, ${type}, ${type === "flag" ? "checkbox" : type})`,
    ),
    sql`insert into custom_values (location_id, id, custom_field_id, opportunity_id, value)
      select ${locationId}, v.id, v.field, v.lead, v.value from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v(id text, lead text, field text, value jsonb)`,
  ];
  await change(admin, async (transaction) => {
    for (const statement of statements) await transaction.execute(statement);
    return { result: null, unchanged: true };
  });
}

/** What a lead has in a field. */
function valueOf(lead: TestLead, field: string): TestValue {
  if (field.startsWith("custom:")) {
    const id = field.slice("custom:".length);
    return lead.custom[id] ?? (id === fields.flag ? false : id === fields.options ? [] : null);
  }
  if (field === "assigned") return [...(lead.owner === null ? [] : [lead.owner]), ...lead.followers];
  // Every other field that is asked for is one of the lead's own.
  return (Reflect.get(lead, field) as TestValue | undefined) ?? null;
}

const instants = new Set(["createdAt", "nextTaskDueAt"]);
const lowered = (value: TestValue | undefined): string => String(value ?? "").toLowerCase();

/** Whether a lead meets a condition, said as plainly as can be. */
function meets(lead: TestLead, { field, operator, value: asked }: Condition, user: string): boolean {
  const value = valueOf(lead, field);
  const list = Array.isArray(value) ? value.map(lowered) : [];
  const isSet = Array.isArray(value);
  const wanted = (Array.isArray(asked) ? asked : [asked]).map((each) => (each === "me" ? user : each));
  const isText = ["name", "contactName", "email", "city", customFieldName(fields.text)].includes(field);
  const same = (one: TestValue | undefined, other: TestValue | undefined) =>
    isText ? lowered(one) === lowered(other) : one === other;
  const day = typeof value === "string" && instants.has(field) ? localDate(new Date(value), zone) : String(value);
  const today = localDate(now, zone);
  const away = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  const isEmpty = value === null || (isSet && value.length === 0);
  if (operator === "isEmpty") return isEmpty;
  if (operator === "isNotEmpty") return !isEmpty;
  const negative: Partial<Record<Condition["operator"], boolean>> = {
    isNot: !same(value, wanted[0]),
    noneOf: isSet ? !wanted.some((each) => list.includes(lowered(each))) : !wanted.some((each) => each === value),
    doesNotContain: !lowered(value).includes(lowered(asked)),
  };
  const answer = negative[operator];
  if (answer !== undefined) return answer;
  if (value === null) return false;
  const [low, high] = wanted;
  const found: Partial<Record<Condition["operator"], boolean>> = {
    is: same(value, low),
    contains: lowered(value).includes(lowered(asked)),
    startsWith: lowered(value).startsWith(lowered(asked)),
    anyOf: isSet ? wanted.some((each) => list.includes(lowered(each))) : wanted.some((each) => each === value),
    allOf: wanted.every((each) => list.includes(lowered(each))),
    lessThan: Number(value) < Number(low),
    atMost: Number(value) <= Number(low),
    greaterThan: Number(value) > Number(low),
    atLeast: Number(value) >= Number(low),
    between:
      typeof value === "number"
        ? Number(low) <= value && value <= Number(high)
        : String(low) <= day && day <= String(high),
    on: day === low,
    before: day < String(low),
    onOrBefore: day <= String(low),
    after: day > String(low),
    onOrAfter: day >= String(low),
    inLastDays: away <= 0 && away > -Number(low),
    inNextDays: away >= 0 && away < Number(low),
    olderThanDays: away <= -Number(low),
    inPeriod: low === "today" ? away === 0 : instants.has(field) ? new Date(String(value)) < now : away < 0,
  };
  return found[operator] ?? false;
}

function matches(lead: TestLead, group: Group, user: string): boolean {
  const said = (part: Group): boolean =>
    ("all" in part ? part.all : part.any).some((each) => (!("field" in each) ? said(each) : true));
  const parts = ("all" in group ? group.all : group.any).filter((part) => "field" in part || said(part));
  const holds = (part: Condition | Group) => ("field" in part ? meets(lead, part, user) : matches(lead, part, user));
  return parts.length === 0 || ("all" in group ? parts.every(holds) : parts.some(holds));
}

const people = () => new Map(users.map((id, place) => [id, ["zora", "ada", "bob"][place] ?? ""]));

function sortValue(lead: TestLead, field: string): string | number | boolean | null {
  const value = valueOf(lead, field);
  if (value === null || Array.isArray(value)) return null;
  if (field === "stage") return stages.indexOf(String(value));
  if (field === "owner") return people().get(String(value)) ?? null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  const isWord = ["currency", "status", "source"].includes(field);
  return isWord ? String(value) : lowered(value);
}

function inOrder(sorts: readonly Sort[]) {
  const [first = { field: "createdAt", direction: "desc" } as const, ...others] = sorts;
  const isGrouped = others.length === 0 && (first.field === "stage" || first.field === "owner");
  const all: readonly Sort[] = [first, ...(isGrouped ? [{ ...first, field: "createdAt" }] : others)];
  return (one: TestLead, other: TestLead): number => {
    for (const { field, direction } of all) {
      const [a, b] = [sortValue(one, field), sortValue(other, field)];
      if (a === b) continue;
      if (a === null) return 1;
      if (b === null) return -1;
      return (a < b ? -1 : 1) * (direction === "asc" ? 1 : -1);
    }
    return (one.id < other.id ? -1 : 1) * (all.at(-1)?.direction === "asc" ? 1 : -1);
  };
}

const custom = (type: keyof typeof fields) => customFieldName(fields[type]);
const anyDay = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, "0")}`);
const is = (
  names_: readonly string[],
  operators: readonly Condition["operator"][],
  value: fc.Arbitrary<Condition["value"]>,
): fc.Arbitrary<Condition> =>
  fc.record({ field: fc.constantFrom(...names_), operator: fc.constantFrom(...operators), value });
const user = fc.nat(2).chain((place) => fc.constantFrom("me", `user ${place}`));
const aStage = fc.nat(2).map((place) => `stage ${place}`);
const list = (value: fc.Arbitrary<string>) => fc.array(value, { minLength: 1, maxLength: 3 });

const condition: fc.Arbitrary<Condition> = fc.oneof(
  is(
    ["name", "contactName", "email", "city", custom("text")],
    ["contains", "doesNotContain", "startsWith", "is", "isNot"],
    fc.constantFrom(...names, "oo", "f", "%", "\\", "rso", "P1", "berlin", "roof 1", "nobody"),
  ),
  is(["source"], ["is", "isNot", "contains"], fc.constantFrom("fair", "website", "Fair")),
  is(["source"], ["anyOf", "noneOf"], list(fc.constantFrom("fair", "Fair", "none"))),
  is(["status"], ["is", "isNot"], fc.constantFrom("open", "lost")),
  is(["stage"], ["is", "isNot"], aStage),
  is(["stage"], ["anyOf", "noneOf"], list(aStage)),
  is(["owner", "createdBy"], ["is", "isNot"], user),
  is(["owner"], ["anyOf", "noneOf"], list(user)),
  is(["assigned", "followers"], ["anyOf", "allOf", "noneOf"], list(user)),
  is(["tags"], ["anyOf", "allOf", "noneOf"], list(fc.constantFrom(...tagWords, "none"))),
  is([custom("options")], ["anyOf", "allOf", "noneOf"], list(fc.constantFrom("red", "blue", "Green"))),
  is(
    ["valueMinor"],
    ["is", "isNot", "lessThan", "atMost", "greaterThan", "atLeast"],
    fc.nat(40).map((n) => n * 100),
  ),
  is(
    [custom("number")],
    ["is", "lessThan", "greaterThan"],
    fc.nat(50).map((n) => n / 4),
  ),
  is(
    ["valueMinor"],
    ["between"],
    fc.tuple(fc.nat(2000), fc.nat(2000)).map(([low, more]) => [low, low + more]),
  ),
  is(
    ["createdAt", "lastContactedOn", "nextTaskDueAt", custom("date")],
    ["on", "before", "after", "onOrBefore", "onOrAfter"],
    anyDay,
  ),
  is(
    ["createdAt", "lastContactedOn"],
    ["between"],
    fc.tuple(anyDay, anyDay).map((days) => days.toSorted()),
  ),
  is(
    ["createdAt", "lastContactedOn", "nextTaskDueAt"],
    ["inLastDays", "inNextDays", "olderThanDays"],
    fc.integer({ min: 1, max: 30 }),
  ),
  is(["createdAt", "nextTaskDueAt", "lastContactedOn"], ["inPeriod"], fc.constantFrom("today", "past")),
  is(["archived", custom("flag")], ["is"], fc.boolean()),
  fc.record({
    field: fc.constantFrom(
      "source",
      "owner",
      "tags",
      "followers",
      "assigned",
      "contactName",
      "valueMinor",
      "nextTaskDueAt",
      custom("text"),
      custom("number"),
      custom("options"),
    ),
    operator: fc.constantFrom("isEmpty", "isNotEmpty"),
  }),
);

type AnyPart = fc.Arbitrary<Condition | Group>;
const groupOf = (part: AnyPart): fc.Arbitrary<Group> => {
  const parts = fc.array(part, { maxLength: 3 });
  return fc.oneof(fc.record({ all: parts }), fc.record({ any: parts }));
};
const orGroup = (inner: AnyPart): AnyPart =>
  fc.oneof({ arbitrary: condition, weight: 5 }, { arbitrary: groupOf(inner), weight: 1 });
const group = groupOf(orGroup(orGroup(condition)));

/** Members and stages are only known once there is a database: until then they are named by their place. */
const named = (part: unknown): unknown =>
  JSON.parse(
    JSON.stringify(part).replaceAll(/"(user|stage) (\d)"/g, (_, kind, place) =>
      JSON.stringify((kind === "user" ? users : stages)[Number(place)]),
    ),
  );

const sorts = fc.uniqueArray(
  fc.record<Sort>({
    field: fc.constantFrom(
      "createdAt",
      "name",
      "valueMinor",
      "lastContactedOn",
      "contactName",
      "stage",
      "owner",
      "source",
      "status",
      "archived",
      "number",
      "nextTaskDueAt",
      custom("number"),
      custom("text"),
    ),
    direction: fc.constantFrom("asc", "desc"),
  }),
  { maxLength: 3, selector: ({ field }) => field },
);

const asked = fc.record({
  group,
  sorts,
  visibility: fc.constantFrom<Visibility>("own", "team", "all"),
  deleted: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  search: fc.option(fc.constantFrom("roof", "solar roof", "person 1", "so", "%"), { nil: undefined, freq: 4 }),
  limit: fc.constantFrom(150, 700, 3000),
});

/** Whether a text has a word: one of few letters at the beginning of a word. */
const hasWord = (text: string, word: string): boolean =>
  /^\w{1,2}$/.test(word) ? new RegExp(`\\b${word}`).test(text) : text.includes(word);

/** All that a query finds, page after page, and then back again from the end. */
async function throughAll(context: Context, query: Parameters<typeof queryLeads>[1]["query"], limit: number) {
  const first = await queryLeads(context, { query, limit, total: "exact", sums: true });
  const there = [first];
  for (let cursor = first.nextCursor; cursor !== null;) {
    const page = await queryLeads(context, { query, limit, cursor });
    there.push(page);
    cursor = page.nextCursor;
  }
  const backFrom = async (from: string | null) => {
    const back: string[] = [];
    for (let cursor = from; cursor !== null;) {
      const page = await queryLeads(context, { query, limit, cursor });
      back.unshift(...page.leads.map(({ id }) => id));
      cursor = page.previousCursor;
    }
    return back;
  };
  const [back, fromEnd] = [await backFrom(there.at(-1)?.previousCursor ?? null), await backFrom("end")];
  const ids = there.flatMap((page) => page.leads.map(({ id }) => id));
  return { ids, back, fromEnd, beforeLast: ids.length - (there.at(-1)?.leads.length ?? 0), first };
}

test("any query, paged to its end and back, finds what going through all leads finds, in that order", async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ group: sent, sorts: order, visibility, deleted, search, limit }) => {
      const filter = named(sent) as Group;
      const sight = { own: users.slice(0, 1), team: users.slice(0, 2), all: [] }[visibility];
      const asker = { own: users[0], team: users[1], all: "" }[visibility] ?? "";
      const isInSight = ({ owner, createdBy, followers }: TestLead) =>
        visibility === "all" ||
        sight.some((person) => owner === person || createdBy === person || followers.includes(person));
      const isFound = ({ name, contactName, email }: TestLead) =>
        (search ?? "").split(" ").every((word) => hasWord(lowered([name, contactName, email].join(" ")), word));
      const expected = leads
        .filter((lead) => lead.deleted === deleted && isInSight(lead) && isFound(lead))
        .filter((lead) => matches(lead, filter, asker))
        .toSorted(inOrder(order));
      const query = { filter, sorts: order, search, deleted };
      const found = await throughAll(readers[visibility], query, limit);
      // The model of all test leads is in the bin as well.
      const known = new Set(leads.map(({ id }) => id));
      const ids = expected.map(({ id }) => id);
      expect(found.ids.filter((id) => known.has(id))).toEqual(ids);
      expect(found.back).toEqual(found.ids.slice(0, found.beforeLast));
      expect(found.fromEnd).toEqual(found.ids);
      expect(found.first.total).toEqual({ count: found.ids.length, exact: true });
      const sums = Object.fromEntries(
        (found.first.sums ?? []).map(({ currency, valueMinor }) => [currency, valueMinor]),
      );
      for (const currency of ["USD", "EUR"]) {
        const worth = expected
          .filter((lead) => lead.currency === currency)
          .reduce((sum, lead) => sum + (lead.valueMinor ?? 0), 0);
        expect(sums[currency] ?? 0).toBe(worth);
      }
    }),
    { numRuns: 30 },
  );
}, 300_000);
