import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "@/db/connect";
import { breachesOf, sharedTables } from "@/db/testing/catalogue";
import { testDatabase } from "@/db/testing/database";

let client: Client;

beforeAll(async () => {
  client = await connect(await testDatabase(), "test");
});
afterAll(() => client.end());

test("every table keeps the rules of tenancy", async () => {
  expect(await breachesOf(client)).toEqual([]);
});

test("the list of shared tables names only tables that are there", async () => {
  const { rows } = await client.query<{ name: string }>("select relname as name from pg_class where relkind = 'r'");
  const there = new Set(rows.map(({ name }) => name));
  expect(Object.keys(sharedTables).filter((name) => !there.has(name))).toEqual([]);
});

const ids = `location_id varchar(20) collate "C" not null, id varchar(20) collate "C" not null`;
const walls = `alter table wrong enable row level security; alter table wrong force row level security;
  create policy tenant on wrong to leadwright_app using (location_id = current_setting('app.location_id', true)) with check (location_id = current_setting('app.location_id', true));
  create policy system on wrong to leadwright_system using (true) with check (true);`;
const sound = `create table wrong (${ids}, primary key (location_id, id)); ${walls}`;

describe("a rule that is broken is told", () => {
  test("but not of a table that keeps them all", async () => {
    expect(await breachesWith(sound)).toEqual([]);
  });

  test.each<[string, string, RegExp]>([
    [
      "no location",
      "create table wrong (id int); alter table wrong enable row level security; alter table wrong force row level security",
      /has no location_id/,
    ],
    ["no walls", `create table wrong (${ids}, primary key (location_id, id))`, /enabled and forced/],
    [
      "walls that do not bind the owner",
      `${sound} alter table wrong no force row level security`,
      /enabled and forced/,
    ],
    ["another key", `create table wrong (${ids}, primary key (id, location_id)); ${walls}`, /primary key/],
    ["a unique index across tenants", `${sound} create unique index odd on wrong (id)`, /unique odd does not begin/],
    [
      "an index of an expression alone",
      `${sound} create unique index odd on wrong (lower(id))`,
      /unique odd does not begin/,
    ],
    [
      "a reference without the tenant",
      `${sound} alter table tags add unique (id); alter table wrong add foreign key (id) references tags (id)`,
      /points at tags without location_id/,
    ],
    [
      "a reference that crosses the tenant's key",
      `${sound} alter table wrong add foreign key (id, location_id) references tags (location_id, id)`,
      /points at tags without location_id/,
    ],
    [
      "a user of any company",
      `${sound} alter table wrong add foreign key (id) references users (id)`,
      /points at users without company_id/,
    ],
    ["no policy for the app", `${sound} drop policy tenant on wrong`, /does not bind leadwright_app/],
    [
      "a policy that lets the app write anywhere",
      `${sound} alter policy tenant on wrong with check (true)`,
      /does not bind leadwright_app/,
    ],
    [
      "a policy that widens it",
      `${sound} create policy wide on wrong for select to leadwright_app using (true)`,
      /another policy that widens/,
    ],
    ["a policy for everybody", `${sound} create policy wide on wrong using (true)`, /policy for everybody/],
    ["an id of another type", `${sound} alter table wrong add other_id text`, /wrong.other_id is no varchar/],
    [
      "an id ordered by a language",
      `${sound} alter table wrong add other_id varchar(20)`,
      /wrong.other_id is no varchar/,
    ],
    ["a naive time", `${sound} alter table wrong add at timestamp`, /wrong.at has no time zone/],
    [
      "money that is not exact",
      `${sound} alter table wrong add total_minor numeric, add rate real`,
      /wrong.total_minor is money/,
    ],
    ["a role that logs in", "alter role leadwright_app login", /leadwright_app may log in/],
    ["a role that walks through walls", "alter role leadwright_app bypassrls", /leadwright_app may log in/],
    [
      "a role that may take another",
      "grant leadwright_system to leadwright_app",
      /leadwright_app is a member of leadwright_system/,
    ],
    [
      "a role that owns a table",
      `${sound} alter table wrong owner to leadwright_app`,
      /wrong is owned by leadwright_app/,
    ],
  ])("%s", async (_, sql, sentence) => {
    expect((await breachesWith(sql)).join("\n")).toMatch(sentence);
  });
});

/** What is found with a change that is undone again: roles are shared with the tests beside this one. */
async function breachesWith(sql: string): Promise<string[]> {
  await client.query("begin");
  try {
    await client.query(sql);
    return await breachesOf(client);
  } finally {
    await client.query("rollback");
  }
}
