import { statSync } from "node:fs";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { contextOf } from "@/db/testing/factories";
import { findLocation, findMember, findMembership, findToken } from "@/lib/access/identity";
import { dataPath } from "@/lib/config/environment";
import { asSystem } from "@/lib/data/doors";
import { createLead } from "@/lib/leads/create-lead";
import { getLead } from "@/lib/leads/get-lead";
import { listLeads } from "@/lib/leads/list-leads";
import { isPassword } from "@/lib/users/passwords";
import { creationTimes } from "./creation-times";
import { type SeedDemoOutcome, seedDemo } from "./demo";
import { type DemoKeys, describeDemoKeys, readDemoKeys } from "./demo-keys";
import { createRandom } from "./random";
import { solar } from "./solar/profile";
import { createStoryteller, nothingTaken } from "./story";

let keys: DemoKeys;
const outcomes: SeedDemoOutcome[] = [];
const now = new Date();

const rowsOf = async (query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> =>
  (await asSystem("test", (transaction) => transaction.execute<Record<string, unknown>>(query))).rows;
const countOf = async (query: ReturnType<typeof sql>) => Number((await rowsOf(query))[0]?.count);

async function mainLocation() {
  const location = await findLocation(keys.location);
  if (!location) throw new Error("The demo has no location.");
  return location;
}

beforeAll(async () => {
  await testDatabase();
  for (let time = 0; time < 2; time++) outcomes.push(await seedDemo({ now }));
  const read = readDemoKeys();
  if (!read) throw new Error("The demo has no keys.");
  keys = read;
});

test("seeds once", async () => {
  expect(outcomes).toEqual(["seeded", "present"]);
  expect(await countOf(sql`select count(*) from opportunities where location_id = ${keys.location}`)).toBe(600);
  expect(await countOf(sql`select count(*) from opportunities where location_id = ${keys.other.location}`)).toBe(25);
  expect(await countOf(sql`select count(*) from companies`)).toBe(2);
});

test("the main company has a small second location, where its admin and its manager work as well", async () => {
  const branches = await rowsOf(sql`
    select l.id, l.name, l.time_zone from locations l
    where l.company_id = ${keys.company} and l.id <> ${keys.location}`);
  expect(branches).toEqual([{ id: expect.any(String), name: "Brightacre Denver", time_zone: "America/Denver" }]);
  const id = branches[0]?.id;
  expect(await countOf(sql`select count(*) from opportunities where location_id = ${id}`)).toBe(25);
  const people = await rowsOf(sql`
    select u.username, m.role from members m join users u on u.id = m.user_id where m.location_id = ${id} order by m.id`);
  const visiting = keys.users.filter(({ role }) => role !== "rep").map(({ username, role }) => ({ username, role }));
  expect(people.filter(({ role }) => role !== "rep")).toEqual(visiting);
  expect(people).toHaveLength(4);
  for (const { username } of visiting) {
    const [user] = await rowsOf(sql`select id from users where username = ${username}`);
    // Where somebody is who has not switched yet.
    expect(await findMembership(String(user?.id))).toEqual({ locationId: keys.location });
  }
});

describe("what the samples of the documents name", () => {
  test("stages 1 and 3 and category 3", async () => {
    const stages = sql`select number, key from stages where location_id = ${keys.location} and number in (1, 3) order by number`;
    expect(await rowsOf(stages)).toEqual([
      { number: 1, key: "contact" },
      { number: 3, key: "potential" },
    ]);
    expect(
      await countOf(sql`select count(*) from lead_categories where location_id = ${keys.location} and number = 3`),
    ).toBe(1);
  });

  test("users 8 and 53, reps of the location", async () => {
    const found = await rowsOf(sql`
      select u.number, m.role, m.visibility from users u join members m on m.user_id = u.id
      where u.number in (8, 53) and m.location_id = ${keys.location} order by u.number`);
    expect(found).toEqual([
      { number: 8, role: "rep", visibility: "all" },
      { number: 53, role: "rep", visibility: "all" },
    ]);
  });

  test("lead 59, which can still be converted", async () => {
    const lead = await getLead(contextOf(await mainLocation()), { number: 59 });
    expect(lead).toMatchObject({
      status: "open",
      convertedAt: null,
      client: null,
      archivedAt: null,
      contact: { email: "jane@acme.example" },
    });
    expect(lead.assigned).toMatchObject([{ number: 53 }]);
    expect(await countOf(sql`select count(*) from users where email_normal = 'jane@acme.example'`)).toBe(0);
  });

  test("no custom field that they would have to send", async () => {
    expect(await countOf(sql`select count(*) from custom_fields where required`)).toBe(0);
  });
});

describe("the keys", () => {
  test("are readable by their owner alone, and have the documented form", () => {
    expect(statSync(dataPath("demo-keys.json")).mode & 0o777).toBe(0o600);
    const printed = describeDemoKeys(keys, "http://localhost:3000");
    const names = ["url", "company", "location", "users", "key", "leadsV1", "highlevel"];
    expect(Object.keys(printed)).toEqual([...names, "other"]);
    expect(Object.keys(printed.other)).toEqual(names);
    expect(Object.keys(printed.leadsV1)).toEqual(["apikey", "token", "otherToken"]);
    expect(Object.keys(printed.highlevel)).toEqual(["locationToken", "agencyToken"]);
  });

  test.each(["main", "other"] as const)("open the %s location", async (which) => {
    const given = which === "main" ? keys : keys.other;
    for (const secret of [given.key, given.leadsV1.apikey]) {
      expect(await findToken(secret)).toMatchObject({ kind: "location_key", locationId: given.location, userId: null });
    }
    const users = new Set<string>();
    for (const secret of [given.leadsV1.token, given.leadsV1.otherToken]) {
      const token = await findToken(secret);
      if (!token?.userId) throw new Error("A user's token speaks for nobody.");
      users.add(token.userId);
      expect(await findMember(token.userId, given.location)).toMatchObject({ role: "rep", visibility: "all" });
    }
    expect(users.size).toBe(2);
    expect(await findToken(given.highlevel.locationToken)).toMatchObject({
      kind: "private_integration",
      locationId: given.location,
    });
    expect(await findToken(given.highlevel.agencyToken)).toMatchObject({ companyId: given.company, locationId: null });
  });

  test("sign people in, each with a password of their own", async () => {
    const everybody = [...keys.users, ...keys.other.users];
    expect(new Set(everybody.map(({ password }) => password)).size).toBe(everybody.length);
    expect(keys.users.map(({ role }) => role).toSorted()).toEqual(["admin", "manager", "rep", "rep", "rep", "rep"]);
    const [first] = everybody;
    const [row] = await rowsOf(sql`select password_hash from users where email = ${first?.email}`);
    expect(await isPassword(first?.password ?? "", String(row?.password_hash))).toBe(true);
  });
});

describe("the history", () => {
  test("is all in the past, and in the order of its ids", async () => {
    expect(await countOf(sql`select count(*) from events where occurred_at > ${now.toISOString()}`)).toBe(0);
    const turned = sql`select count(*) from (select occurred_at, lag(occurred_at) over (partition by location_id order by id) as before from events) e where occurred_at < before`;
    expect(await countOf(turned)).toBe(0);
    for (const table of ["opportunities", "contacts", "notes", "tasks", "quotes", "clients", "appointments"]) {
      const ahead = sql`select count(*) from ${sql.identifier(table)} where created_at > ${now.toISOString()} or updated_at < created_at or updated_at > ${now.toISOString()}`;
      expect([table, await countOf(ahead)]).toEqual([table, 0]);
    }
  });

  test("begins every lead, and ends where the lead is", async () => {
    expect(await countOf(sql`select count(*) from events where type = 'lead.created'`)).toBe(650);
    const elsewhere = sql`
      select count(*) from opportunities o join lateral (
        select after ->> 'stageId' as stage_id from events e
        where e.location_id = o.location_id and e.opportunity_id = o.id and e.type = 'lead.stage_changed' order by e.id desc limit 1
      ) last on true where last.stage_id <> o.stage_id`;
    expect(await countOf(elsewhere)).toBe(0);
  });

  test("knows some of everything", async () => {
    const kinds: [string, ReturnType<typeof sql>, number][] = [
      ["open leads", sql`select count(*) from opportunities where status = 'open'`, 120],
      ["won leads", sql`select count(*) from opportunities where status = 'won'`, 100],
      ["lost leads", sql`select count(*) from opportunities where status = 'lost'`, 100],
      ["archived leads", sql`select count(*) from opportunities where archived_at is not null`, 5],
      [
        "converted leads",
        sql`select count(*) from opportunities where client_id is not null and converted_at is not null`,
        10,
      ],
      ["notes", sql`select count(*) from notes`, 1000],
      ["late tasks", sql`select count(*) from tasks where completed_at is null and due_at < now()`, 5],
      ["checklists", sql`select count(distinct coalesce(opportunity_id, task_id)) from checklist_items`, 30],
      ["followers", sql`select count(*) from opportunity_followers`, 30],
      ["campaign members", sql`select count(*) from campaign_members`, 50],
      ["custom values", sql`select count(*) from custom_values`, 100],
      ["quotes", sql`select count(*) from quotes`, 100],
      ["possible duplicates", sql`select count(*) from duplicate_candidates`, 1],
      [
        "stages in use",
        sql`select count(distinct stage_id) from opportunities where location_id = ${keys.location}`,
        20,
      ],
    ];
    for (const [what, query, least] of kinds) {
      const count = await countOf(query);
      expect({ what, count, enough: count >= least }).toEqual({ what, count, enough: true });
    }
  });

  test("is what the totals say", async () => {
    const { total } = await listLeads(contextOf(await mainLocation()), { page: { limit: 1, offset: 0 } });
    expect(total).toBe(600);
  });
});

test("the diary has appointments today, this week and later, and what is over is decided", async () => {
  const counts = await rowsOf(sql`
    select count(*) filter (where (starts_at at time zone l.time_zone)::date = (now() at time zone l.time_zone)::date) > 4 as today,
      count(*) filter (where starts_at between now() and now() + interval '7 days') > 9 as week,
      count(*) filter (where starts_at between now() + interval '7 days' and now() + interval '31 days') > 9 as later,
      count(*) filter (where status = 'noshow') > 4 as missed,
      count(*) filter (where ends_at < ${now.toISOString()} and status in ('new', 'confirmed')) > 0 as undecided
    from appointments a join locations l on l.id = a.location_id`);
  expect(counts).toEqual([{ today: true, week: true, later: true, missed: true, undecided: false }]);
});

test("a seed tells the same stories again", () => {
  const tell = () => {
    const random = createRandom(7);
    const times = creationTimes(random, 40, solar.timeZone, now);
    const story = createStoryteller(solar, random, now, nothingTaken());
    return times
      .map((at, index) => story(index + 1, at))
      .map(({ title, contact, moves, status }) => ({ title, contact, moves, status }));
  };
  expect(tell()).toEqual(tell());
});

test("rows made later get numbers of their own", async () => {
  const location = await mainLocation();
  const lead = await createLead(contextOf(location), { name: "The next one" });
  expect(lead.number).toBeGreaterThan(650);
});
