import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connect";
import { testDatabase } from "@/db/testing/database";
import { aLead, aLocation } from "@/db/testing/factories";
import { newId } from "@/lib/kit/id";

let client: Client;

beforeAll(async () => {
  client = await connect(await testDatabase(), "test");
});
afterAll(() => client.end());

const writeContacts = (...locationIds: string[]) =>
  client.query(
    `insert into contacts (location_id, id) select given.location_id, left(md5(random()::text), 20)
     from unnest($1::varchar[]) as given(location_id)`,
    [locationIds],
  );

test("a row of a location that is not there is refused, whatever else is written with it", async () => {
  const { id } = await aLocation();
  await expect(writeContacts(id, newId())).rejects.toMatchObject({ code: "23503", constraint: "contacts_location" });
  await expect(writeContacts(newId())).rejects.toMatchObject({ code: "23503", table: "contacts" });
  const { rows } = await client.query<{ table: string }>(
    `select relname as table from pg_trigger join pg_class c on c.oid = tgrelid where tgfoid = 'require_location'::regproc order by 1`,
  );
  expect(rows.map(({ table }) => table)).toEqual(["contacts", "events", "opportunities"]);
});

test("leads, their people and their events go with their location, and no others", async () => {
  const [location, other] = [await aLocation(), await aLocation()];
  const count = async ({ id }: { id: string }) => {
    const { rows } = await client.query<{ all: number }>(
      `select ((select count(*) from events where location_id = $1) + (select count(*) from contacts where location_id = $1)
        + (select count(*) from opportunities where location_id = $1))::int as all`,
      [id],
    );
    return rows[0]?.all;
  };
  await aLead(location, { note: "Called" });
  await aLead(other);
  const before = await count(other);
  await client.query("delete from locations where id = $1", [location.id]);
  expect(await count(location)).toBe(0);
  expect(await count(other)).toBe(before);
});
