import { randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { connect } from "@/db/connect";
import { jobWorkers } from "@/db/schema/platform";
import { testDatabase } from "@/db/testing/database";
import { asSystem } from "@/lib/data/doors";
import { useDatabase } from "@/lib/data/pool";
import { newId } from "@/lib/kit/id";
import { findReadiness } from "./readiness";

beforeEach(async () => {
  await testDatabase();
  await asSystem("test", (transaction) => transaction.delete(jobWorkers));
});

const aWorker = (secondsAgo: number) =>
  asSystem("test", (transaction) =>
    transaction.insert(jobWorkers).values({
      id: newId(),
      lockedBy: `worker-${randomInt(1000)}`,
      lockNumber: randomInt(1000),
      lastSeenAt: sql`now() - make_interval(secs => ${secondsAgo})`,
    }),
  );

test("with a worker that lives, all is there", async () => {
  await aWorker(1);
  expect(await findReadiness(true)).toEqual({ database: "ok", migrations: "ok", worker: "ok" });
});

test.each<[string, boolean, number | null, string]>([
  ["no worker where one is expected", true, null, "failed"],
  ["no worker where none is", false, null, "not needed"],
  ["a worker that said nothing for a minute", false, 60, "failed"],
])("%s", async (_, expected, secondsAgo, worker) => {
  if (secondsAgo !== null) await aWorker(secondsAgo);
  expect(await findReadiness(expected)).toEqual({ database: "ok", migrations: "ok", worker });
});

test("a migration that is not applied is missed", async () => {
  const administrator = await connect(await testDatabase(), "test");
  try {
    await administrator.query("begin");
    const last = "(select max(created_at) from drizzle.__drizzle_migrations)";
    await administrator.query(`update drizzle.__drizzle_migrations set created_at = 1 where created_at = ${last}`);
    await administrator.query("commit");
    expect(await findReadiness(false)).toEqual({ database: "ok", migrations: "failed", worker: "unknown" });
  } finally {
    await administrator.end();
  }
});

test("a database that is not there has failed, and nothing more is said of it", async () => {
  const there = await testDatabase();
  const nowhere = new URL(there);
  nowhere.pathname = "/nowhere";
  await useDatabase(nowhere.href);
  try {
    expect(await findReadiness(true)).toEqual({ database: "failed", migrations: "unknown", worker: "unknown" });
  } finally {
    await useDatabase(there);
  }
});
