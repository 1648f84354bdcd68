import { Client } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Context } from "@/lib/access/context";
import type { ContactCondition, ContactQuery } from "./model";
import { searchContacts } from "./search-contacts";

/** More than are counted one by one. */
const many = 20_400;

let context: Context;

beforeAll(async () => {
  const location = await aLocation();
  context = contextOf(location, await aMember(location));
  const client = new Client({ connectionString: await testDatabase() });
  await client.connect();
  // Past the triggers, which look for duplicates of each.
  await client.query("set session_replication_role = replica");
  // Number 1 is the oldest. One in 2 is Ada, one in 200 Grace, one in 5000 Rare; the last 300 are Late.
  await client.query(
    `insert into contacts (location_id, id, first_name, last_name, name, email, email_normal, tags, created_at, updated_at)
     select $1, 'c' || lpad(n::text, 19, '0'), first, last, first || ' ' || last, mail, mail,
       case when n % 100 = 0 then array['vip'] else '{}'::text[] end, at, at
     from generate_series(1, $2::int) as n,
       lateral (select case when n % 5000 = 0 then 'Rare' when n % 200 = 0 then 'Grace' when n % 2 = 0 then 'Ada' else 'Ben' end as first,
         case when n > $2::int - 300 then 'Late' else 'Number' || n end as last, 'c' || n || '@example.com' as mail,
         timestamptz '2026-01-01' + n * interval '1 minute' as at) as made`,
    [location.id, many],
  );
  await client.query("analyze contacts");
  await client.end();
});

const is = (field: string, value: unknown): ContactCondition => ({ field, operator: "is", value });
const queryOf = (given: Partial<ContactQuery>): ContactQuery => ({
  filter: { all: [] },
  sorts: [],
  limit: 20,
  ...given,
});
const numbers = (from: number, step: number, count: number) =>
  Array.from({ length: count }, (_, place) => from - place * step);

async function search(given: Partial<ContactQuery>) {
  const { contacts, total, hasMore } = await searchContacts(context, queryOf(given));
  return { found: contacts.map(({ contact }) => Number(contact.id.slice(1))), last: contacts.at(-1), total, hasMore };
}

/** All that a query finds, page after page. */
async function walk(given: Partial<ContactQuery>): Promise<number[]> {
  const all: number[] = [];
  let after: ContactQuery["after"];
  for (;;) {
    const { found, last, hasMore } = await search({ ...given, limit: 250, ...(after && { after }) });
    all.push(...found);
    if (!hasMore || !last) return all;
    after = last.cursor;
  }
}

describe("in a location too large to count", () => {
  test("a page of what is common is the newest, and the total is near", async () => {
    const { found, total, hasMore } = await search({ search: "ada" });
    expect(found).toEqual(
      numbers(many - 2, 2, 200)
        .filter((number) => number % 200 !== 0)
        .slice(0, 20),
    );
    expect(hasMore).toBe(true);
    expect(total).toBeGreaterThan(8000);
    expect(total).toBeLessThan(12_000);
    expect((await search({})).total).toBeGreaterThan(18_000);
  });

  test("what an index finds is counted", async () => {
    expect(await search({ search: "rare" })).toMatchObject({ found: [20_000, 15_000, 10_000, 5000], total: 4 });
    expect(await search({ search: "rare", limit: 2 })).toMatchObject({ found: [20_000, 15_000], total: 4 });
    expect(await search({ filter: { all: [is("tags", "vip"), is("firstName", "rare")] } })).toMatchObject({ total: 4 });
    expect(await search({ filter: { all: [is("email", "c77@example.com")] } })).toMatchObject({
      found: [77],
      total: 1,
    });
    expect(await search({ search: "nobody at all" })).toMatchObject({ found: [], total: 0, hasMore: false });
  });

  test("what stands nowhere among the newest is found as well", async () => {
    const early = {
      filter: { all: [is("firstName", "grace"), { ...is("lastName", "late"), operator: "isNot" as const }] },
    };
    const expected = numbers(20_000, 200, 100).filter((number) => number % 5000 !== 0);
    expect(await walk(early)).toEqual(expected);
    expect(await walk({ ...early, sorts: [{ field: "createdAt", direction: "asc" }] })).toEqual(expected.toReversed());
    const { found } = await search({ ...early, offset: 40 });
    expect(found).toEqual(expected.slice(40, 60));
  });

  test("pages go on to the end, whatever the total is thought to be", async () => {
    const late = await walk({ search: "late" });
    expect(late).toEqual(numbers(many, 1, 300));
    expect((await search({ search: "late", limit: 300 })).hasMore).toBe(false);
    expect((await search({ search: "late", limit: 299 })).total).toBeGreaterThanOrEqual(300);
  });
});
