import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { events } from "@/db/schema/activity";
import { tags } from "@/db/schema/contacts";
import { aLocation, contextOf } from "@/db/testing/factories";
import type { Context } from "@/lib/access/context";
import { Unavailable } from "@/lib/access/errors";
import { newId } from "@/lib/kit/id";
import { asSystem, change, read, readAtOnce, together } from "./doors";

let context: Context;
let other: Context;
const subject = { type: "tag", id: newId() };

beforeAll(async () => {
  context = contextOf(await aLocation());
  other = contextOf(await aLocation());
});

const addTag = (where: Context, name: string) =>
  change(where, async (transaction) => {
    await transaction.insert(tags).values({ locationId: where.location.id, id: newId(), name });
    return { result: name, events: [{ type: "settings.changed", subject, after: { name } }] };
  });

const tagNames = (where: Context) =>
  read(where, async (transaction) =>
    (await transaction.select({ name: tags.name }).from(tags)).map((tag) => tag.name).toSorted(),
  );

const eventsNamed = (name: string) =>
  asSystem("test", (transaction) =>
    transaction
      .select()
      .from(events)
      .where(sql`${events.after} ->> 'name' = ${name}`),
  );

describe("change", () => {
  test("keeps the rows and the event together", async () => {
    await addTag(context, "kept");
    expect(await tagNames(context)).toContain("kept");
    expect(await eventsNamed("kept")).toMatchObject([
      { type: "settings.changed", locationId: context.location.id, actorName: "test" },
    ]);
  });

  test("keeps neither when something fails after the rows", async () => {
    const failing = change(context, async (transaction) => {
      await transaction.insert(tags).values({ locationId: context.location.id, id: newId(), name: "lost" });
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    expect(await tagNames(context)).not.toContain("lost");
  });

  test("keeps nothing when a failed statement was swallowed", async () => {
    const swallowing = change(context, async (transaction) => {
      await transaction.insert(tags).values({ locationId: context.location.id, id: newId(), name: "half" });
      await transaction.execute(sql`select 1 / 0`).catch(() => {});
      return { result: null, events: [{ type: "settings.changed", subject }] };
    });
    await expect(swallowing).rejects.toThrow(/aborted/);
    expect(await tagNames(context)).not.toContain("half");
  });

  test("joins the transaction of together: all or nothing", async () => {
    const both = together(context, async (inside) => {
      await addTag(inside, "first of two");
      await addTag(inside, "first of two");
    });
    await expect(both).rejects.toMatchObject({ code: "conflict", rule: "tag_taken" });
    expect(await tagNames(context)).not.toContain("first of two");
    expect(await eventsNamed("first of two")).toEqual([]);
  });

  test("runs again after losing against another transaction", async () => {
    let runs = 0;
    await change(context, async (transaction) => {
      runs++;
      if (runs === 1)
        await transaction.execute(sql`do $$ begin raise exception 'lost' using errcode = '40001'; end $$`);
      return { result: null, events: [{ type: "settings.changed", subject }] };
    });
    expect(runs).toBe(2);
  });
});

describe("tenants", () => {
  test("a read without a condition sees its own location alone", async () => {
    await addTag(other, "theirs");
    expect(await tagNames(context)).not.toContain("theirs");
    expect(await tagNames(other)).toEqual(["theirs"]);
  });

  test("a row for another location is refused", async () => {
    const foreign = change(context, async (transaction) => {
      await transaction.insert(tags).values({ locationId: other.location.id, id: newId(), name: "planted" });
      return { result: null, events: [{ type: "settings.changed", subject }] };
    });
    await expect(foreign).rejects.toThrow(/insert into "tags"/);
    expect(await tagNames(other)).not.toContain("planted");
  });

  test("the tenant does not stay on the connection", async () => {
    await tagNames(context);
    const left = await asSystem("test", (transaction) =>
      transaction.execute(sql`select current_setting('app.location_id', true) as id`),
    );
    expect(left.rows).toEqual([{ id: "" }]);
  });

  test("a location id that is none never reaches the server", async () => {
    const broken = { ...context, location: { ...context.location, id: "'; drop table tags; --" } };
    expect(() => read(broken, (transaction) => transaction.select().from(tags))).toThrow("wrong shape");
  });

  test("the owner of the tables sees nothing without a role", async () => {
    const { pool } = await import("./pool");
    await expect(
      pool().query("set role leadwright_app; select count(*)::int as count from tags; reset role"),
    ).resolves.toMatchObject([{}, { rows: [{ count: 0 }] }, {}]);
  });
});

test("read can not write, by type and in the database", async () => {
  const writing = read(context, async (transaction) => {
    // @ts-expect-error a reading transaction has no insert
    void transaction.insert;
    await transaction.execute(sql`delete from tags`);
  });
  await expect(writing).rejects.toThrow(/delete from tags/);
  expect(await tagNames(context)).toContain("kept");
});

test("a database that is gone is Unavailable", async () => {
  const { databaseUrl, useDatabase } = await import("./pool");
  const here = databaseUrl();
  await useDatabase("postgresql://nobody@127.0.0.1:1/nothing");
  try {
    await expect(tagNames(context)).rejects.toBeInstanceOf(Unavailable);
  } finally {
    await useDatabase(here);
  }
  expect(
    await read(context, (transaction) => transaction.select().from(tags).where(eq(tags.name, "kept"))),
  ).toHaveLength(1);
});

describe("readAtOnce", () => {
  test("takes statements that are handed over together", async () => {
    const [one, two] = await readAtOnce(context, (transaction) =>
      Promise.all([
        transaction.execute(sql`select 1 as n, ${"x"}::text`),
        transaction.execute(sql`select current_setting('app.location_id') as id`),
      ]),
    );
    expect(one.rows).toMatchObject([{ n: 1 }]);
    expect(two.rows).toEqual([{ id: context.location.id }]);
  });

  test("refuses one that comes later, and the connection is good for the next", async () => {
    const late = readAtOnce(context, async (transaction) => {
      await transaction.execute(sql`select 1`);
      return transaction.execute(sql`select count(*) from tags`);
    });
    await expect(late).rejects.toMatchObject({ cause: { message: expect.stringContaining("after the end") } });
    expect(await tagNames(context)).toContain("kept");
  });

  test("tells what failed", async () => {
    await expect(readAtOnce(context, (transaction) => transaction.execute(sql`select 1 / 0`))).rejects.toMatchObject({
      cause: { code: "22012" },
    });
    expect(await tagNames(context)).toContain("kept");
  });
});
