import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "@/db/connect";
import { sharedTables } from "@/db/testing/catalogue";
import { testDatabase } from "@/db/testing/database";
import { aLead, aLocation, aMember } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { newId } from "@/lib/kit/id";
import type { Lead } from "@/lib/leads/model";

// What the app's role can do by itself, whatever a query forgot.

type Tenant = { location: Location; lead: Lead; host: string; calendar: string };

let mine: Tenant;
let theirs: Tenant;
let app: Client;
let owner: Client;
let filled: string[];

beforeAll(async () => {
  [mine, theirs] = [await aTenant(), await aTenant()];
  const address = await testDatabase();
  [app, owner] = [await connect(address, "test"), await connect(address, "test")];
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  const tables = rows.map(({ name }) => name).filter((name) => !(name in sharedTables));
  filled = [];
  for (const table of tables) if ((await countIn(owner, table, theirs)) > 0) filled.push(table);
});
afterAll(() => Promise.all([app.end(), owner.end()]));

async function aTenant(): Promise<Tenant> {
  const location = await aLocation();
  const member = await aMember(location);
  const lead = await aLead(location, { note: "Hello", tags: ["fair"] }, member);
  const client = await connect(await testDatabase(), "test");
  const { rows } = await client.query<{ id: string }>("select id from calendars where location_id = $1", [location.id]);
  await client.end();
  return { location, lead, host: member.id, calendar: rows[0]?.id ?? "" };
}

async function countIn(client: Client, table: string, { location }: Tenant): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from ${table} where location_id = $1`,
    [location.id],
  );
  return rows[0]?.count ?? 0;
}

/** Runs `work` as the app's role, in the tenant given or in none, and undoes it. */
async function asApp<Result>(tenant: Tenant | null, work: () => Promise<Result>, client = app): Promise<Result> {
  await client.query("begin");
  try {
    await client.query("select set_config('role', 'leadwright_app', true)");
    if (tenant) {
      const { id, companyId } = tenant.location;
      await client.query("select set_config('app.location_id', $1, true), set_config('app.company_id', $2, true)", [
        id,
        companyId,
      ]);
    }
    return await work();
  } finally {
    await client.query("rollback");
  }
}

const refused = { code: "42501" };

describe("rows of another tenant", () => {
  test("are in the tables that are looked at", () => {
    expect(filled).toEqual(
      expect.arrayContaining(["contacts", "opportunities", "events", "notes", "members", "lead_tallies", "stages"]),
    );
  });

  test("can not be seen, changed or deleted", async () => {
    for (const table of filled) {
      await asApp(mine, async () => {
        expect(await countIn(app, table, theirs), table).toBe(0);
        const { rows } = await app.query<{ location_id: string }>(`select distinct location_id from ${table}`);
        expect(rows, table).toEqual([{ location_id: mine.location.id }]);
        if (table === "events") return;
        const touched = await app.query(`update ${table} set id = id where location_id = $1`, [theirs.location.id]);
        const deleted = await app.query(`delete from ${table} where location_id = $1`, [theirs.location.id]);
        expect([touched.rowCount, deleted.rowCount], table).toEqual([0, 0]);
      });
    }
  });

  test("can not be made, nor rows of ours be given away", async () => {
    const insert = "insert into contacts (location_id, id) values ($1, $2)";
    await expect(asApp(mine, () => app.query(insert, [theirs.location.id, newId()]))).rejects.toMatchObject(refused);
    expect((await asApp(mine, () => app.query(insert, [mine.location.id, newId()]))).rowCount).toBe(1);
    const give = () => app.query("update contacts set location_id = $1", [theirs.location.id]);
    await expect(asApp(mine, give)).rejects.toMatchObject(refused);
  });

  test("can not be emptied out with ours", async () => {
    const empty = () => app.query("truncate contacts cascade");
    await expect(asApp(mine, empty)).rejects.toMatchObject(refused);
  });
});

describe("without a tenant", () => {
  test("nothing is to be seen", async () => {
    for (const table of [...filled, "companies", "locations", "users", "tokens", "sessions"]) {
      const { rows } = await asApp(null, () => app.query(`select count(*)::int as count from ${table}`));
      expect(rows, table).toEqual([{ count: 0 }]);
    }
  });

  test("nothing can be made", async () => {
    const make = () => app.query("insert into contacts (location_id, id) values ($1, $2)", [mine.location.id, newId()]);
    await expect(asApp(null, make)).rejects.toMatchObject(refused);
  });

  test("is where a connection is again after a transaction", async () => {
    await asApp(mine, () => app.query("select 1"));
    const { rows } = await app.query(
      "select current_user as role, nullif(current_setting('app.location_id', true), '') as tenant",
    );
    expect(rows).toEqual([{ role: "postgres", tenant: null }]);
  });
});

describe("of a company", () => {
  test("only its own people, locations and keys are seen", async () => {
    for (const [table, column] of [
      ["companies", "id"],
      ["locations", "company_id"],
      ["users", "company_id"],
    ] as const) {
      const { rows } = await asApp(mine, () => app.query(`select distinct ${column} as company from ${table}`));
      expect(rows, table).toEqual([{ company: mine.location.companyId }]);
    }
  });

  test("what is read before there is a tenant is not the app's to read", async () => {
    for (const table of ["sign_in_attempts", "rate_limits", "installation"]) {
      await owner.query(
        `insert into ${table} (${table === "installation" ? "key, value" : `subject, ${table === "rate_limits" ? "used" : "failures"}, window_ends_at`})
        values ($1, ${table === "installation" ? "'{}'" : "1, now()"})`,
        [newId()],
      );
      const { rows } = await asApp(mine, () => app.query(`select count(*)::int as count from ${table}`));
      expect(rows, table).toEqual([{ count: 0 }]);
    }
  });
});

test("a reference can not point into another tenant, whoever writes it", async () => {
  const copy = `insert into opportunities (location_id, id, slug, contact_id, pipeline_id, stage_id, category_id, name, currency, position)
    select location_id, $1::varchar, $1::varchar, $2, pipeline_id, stage_id, category_id, name, currency, position from opportunities where id = $3`;
  const { lead } = mine;
  await expect(owner.query(copy, [newId(), theirs.lead.contact.id, lead.id])).rejects.toMatchObject({
    code: "23503",
    constraint: "opportunities_contact",
  });
  expect((await owner.query(copy, [newId(), lead.contact.id, lead.id])).rowCount).toBe(1);
  for (const [column, constraint] of [
    ["stage_id", "opportunities_stage_of_pipeline"],
    ["category_id", "opportunities_category"],
  ] as const) {
    const point = `update opportunities set ${column} = (select ${column} from opportunities where id = $1) where id = $2`;
    await expect(owner.query(point, [theirs.lead.id, lead.id])).rejects.toMatchObject({ code: "23503", constraint });
  }
  const many = (column: string, value: string) =>
    owner.query(
      `insert into opportunities (location_id, id, slug, contact_id, pipeline_id, stage_id, category_id, owner_id, created_by_id, name, currency, position)
       select o.location_id, made.id, made.id, changed.contact_id, changed.pipeline_id, changed.stage_id, changed.category_id, changed.owner_id, changed.created_by_id, o.name, o.currency, o.position
       from opportunities o, (values ($2::varchar, false), ($3, true)) as made (id, is_wrong),
         jsonb_populate_record(o, case when is_wrong then jsonb_build_object($4::text, $5::text) else '{}' end) as changed where o.id = $1`,
      [lead.id, newId(), newId(), column, value],
    );
  for (const [column, constraint] of [
    ["contact_id", "opportunities_contact"],
    ["stage_id", "opportunities_stage_of_pipeline"],
    ["category_id", "opportunities_category"],
    ["owner_id", "opportunities_owner"],
    ["created_by_id", "opportunities_created_by"],
  ] as const)
    await expect(many(column, newId())).rejects.toMatchObject({ code: "23503", constraint });
  expect((await many("name", "As it was")).rowCount).toBe(2);
  const add = owner.query(
    "insert into contacts (location_id, id, created_by_id) select location_id, $1, $2 from contacts where id = $3",
    [newId(), theirs.host, lead.contact.id],
  );
  await expect(add).rejects.toMatchObject({ code: "23503", constraint: "contacts_created_by" });
  const keep = owner.query(
    "insert into import_rows (location_id, id, import_id, position, line, kind) select location_id, $1, $1, 1, 1, 'new' from contacts where id = $2",
    [newId(), lead.contact.id],
  );
  await expect(keep).rejects.toMatchObject({ code: "23503", constraint: "import_rows_import" });
  const assign = owner.query("update opportunities set owner_id = $1 where id = $2", [theirs.host, lead.id]);
  await expect(assign).rejects.toMatchObject({ code: "23503", constraint: "opportunities_owner" });
});

test.each(["update events set type = type", "delete from events", "truncate events"])(
  "what happened stays as it was written: %s",
  async (sql) => {
    await expect(asApp(mine, () => app.query(sql))).rejects.toMatchObject(refused);
  },
);

describe("one host is not booked twice", () => {
  const book = `insert into appointments (location_id, id, calendar_id, contact_id, host_id, status, starts_at, ends_at, time_zone, overrides_conflicts)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'UTC', $9)`;
  let day = 0;

  type Slot = { from: string; to: string; status?: string; host?: string | null; overrides?: boolean; tenant?: Tenant };

  /** The day of this test: no two share one. */
  const at = (time: string) => `2030-01-${String(day).padStart(2, "0")}T${time}:00Z`;

  const slot = (
    client: Client,
    { from, to, status = "confirmed", tenant = mine, host = tenant.host, overrides = false }: Slot,
  ) =>
    client.query(book, [
      tenant.location.id,
      newId(),
      tenant.calendar,
      tenant.lead.contact.id,
      host,
      status,
      at(from),
      at(to),
      overrides,
    ]);

  const overlap = { code: "23P01", constraint: "appointments_no_double_booking" };

  test("not by two transactions that race", async () => {
    day++;
    const other = await connect(await testDatabase(), "test");
    try {
      await app.query("begin");
      await other.query("begin");
      await slot(app, { from: "10:00", to: "11:00" });
      // The second waits for the first to decide.
      const second = slot(other, { from: "10:30", to: "11:30" });
      const [outcome] = await Promise.allSettled([second, app.query("commit")]);
      expect(outcome).toMatchObject({ status: "rejected", reason: overlap });
      await other.query("rollback");
    } finally {
      await other.end();
    }
  });

  test("but is by the second when the first takes it back", async () => {
    day++;
    const other = await connect(await testDatabase(), "test");
    try {
      await app.query("begin");
      await slot(app, { from: "10:00", to: "11:00" });
      const second = slot(other, { from: "10:30", to: "11:30" });
      await app.query("rollback");
      expect((await second).rowCount).toBe(1);
    } finally {
      await other.end();
    }
  });

  test.each<[string, Slot]>([
    ["the same time", { from: "10:00", to: "11:00" }],
    ["a part of it", { from: "10:15", to: "10:30" }],
    ["one that holds time without being confirmed", { from: "10:30", to: "11:30", status: "new" }],
  ])("not for %s", async (_, taken) => {
    day++;
    await slot(owner, { from: "10:00", to: "11:00" });
    await expect(slot(owner, taken)).rejects.toMatchObject(overlap);
  });

  test.each<[string, Slot]>([
    ["the hour after", { from: "11:00", to: "12:00" }],
    ["the hour before", { from: "09:00", to: "10:00" }],
    ["an appointment that was cancelled", { from: "10:00", to: "11:00", status: "cancelled" }],
    ["nobody's time", { from: "10:00", to: "11:00", host: null }],
    ["one that was booked over it on purpose", { from: "10:00", to: "11:00", overrides: true }],
  ])("but may be for %s", async (_, free) => {
    day++;
    await slot(owner, { from: "10:00", to: "11:00" });
    expect((await slot(owner, free)).rowCount).toBe(1);
  });

  test("an appointment does not end before it starts", async () => {
    day++;
    await expect(slot(owner, { from: "11:00", to: "10:00" })).rejects.toMatchObject({
      constraint: "appointments_end_after_start",
    });
  });
});

test("new rows that triggers look at once per statement are not looked at one by one", async () => {
  const left = `select k.conname as name from pg_trigger t join pg_constraint k on k.oid = t.tgconstraint where t.tgenabled = 'D' order by 1`;
  const { rows } = await owner.query<{ name: string }>(left);
  expect(rows.map(({ name }) => name)).toEqual([
    "contacts_created_by",
    "import_rows_import",
    "opportunities_category",
    "opportunities_contact",
    "opportunities_created_by",
    "opportunities_owner",
    "opportunities_stage_of_pipeline",
  ]);
});
