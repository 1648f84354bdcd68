import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connect";
import { testDatabase } from "@/db/testing/database";
import { aLocation } from "@/db/testing/factories";
import { newId } from "@/lib/kit/id";

let client: Client;

beforeAll(async () => {
  client = await connect(await testDatabase(), "test");
});
afterAll(() => client.end());

const writeEvents = (...locationIds: string[]) =>
  client.query(
    `insert into events (location_id, id, actor_type, actor_name, type, subject_type, subject_id)
     select given.location_id, left(md5(random()::text), 20), 'system', 'Test', 'lead.created', 'lead', $2
     from unnest($1::varchar[]) as given(location_id)`,
    [locationIds, newId()],
  );

test("an event of a location that is not there is refused, whatever else is written with it", async () => {
  const { id } = await aLocation();
  await expect(writeEvents(id, newId())).rejects.toMatchObject({ code: "23503", constraint: "events_location" });
  await expect(writeEvents(newId())).rejects.toMatchObject({ code: "23503" });
});

test("events go with their location", async () => {
  const { id, companyId } = await aLocation();
  const gone = newId();
  await client.query("begin");
  try {
    await client.query(
      "insert into locations (id, company_id, name, time_zone, currency, country) select $1, $2, 'Gone', time_zone, currency, country from locations where id = $3",
      [gone, companyId, id],
    );
    await writeEvents(gone, id);
    await client.query("delete from locations where id = $1", [gone]);
    const { rows } = await client.query("select from events where location_id = $1", [gone]);
    expect(rows).toHaveLength(0);
  } finally {
    await client.query("rollback");
  }
});
