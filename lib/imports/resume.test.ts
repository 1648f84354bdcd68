import { type ChildProcess, spawn } from "node:child_process";
import { and, count, countDistinct, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import { testDatabase } from "@/db/testing/database";
import { aLocation, contextOf } from "@/db/testing/factories";
import type { Context } from "@/lib/access/context";
import { environment } from "@/lib/config/environment";
import { read } from "@/lib/data/doors";
import { getImport } from "./get-import";
import { startImport } from "./start-import";
import { undoImport } from "./undo-import";
import { uploadImport } from "./upload-import";

// A worker starts in some seconds, and a dead one is given 5: real times, which nothing here waits for blindly.
const patience = { timeout: 120_000, interval: 20 };
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let context: Context;
const processes = new Set<ChildProcess>();

beforeAll(async () => {
  context = contextOf(await aLocation());
});
afterAll(() => {
  for (const process of processes) process.kill("SIGKILL");
});

/** A worker in a process of its own, as `npm run worker` starts one. */
async function aWorker(): Promise<ChildProcess> {
  const script = `await (await import("@/lib/worker/start")).startWorker();`;
  const args = ["--import", "./scripts/register.mjs", "--input-type=module", "--eval", script];
  const { DATA_DIR, LOG_LEVEL } = environment;
  const env = { NODE_ENV: "test", DATA_DIR, LOG_LEVEL, DATABASE_URL: await testDatabase() } as const;
  const child = spawn(process.execPath, args, { env, stdio: "inherit" });
  processes.add(child);
  child.once("exit", () => processes.delete(child));
  return child;
}

const counted = () =>
  read(context, async (transaction) => {
    const [leads] = await transaction
      .select({ all: count(), distinct: countDistinct(contacts.emailNormal) })
      .from(opportunities)
      .innerJoin(contacts, eq(contacts.id, opportunities.contactId))
      .where(and(eq(opportunities.locationId, context.location.id), isNull(opportunities.deletedAt)));
    return leads;
  });

const progressOf = async (id: string) => (await getImport(context, { id })).rowsDone;

test("an import whose worker is killed goes on in another one and doubles nothing, and so does its undo", async () => {
  const rows = 8000;
  const lines = Array.from({ length: rows }, (_, index) => `Ada ${index},ada${index}@example.com,${index}.50,vip`);
  const file = new Blob([["Name,Email,Value,Tags", ...lines].join("\n")]);
  const { id } = await uploadImport(context, { fileName: "leads.csv", file });
  await startImport(context, { id });

  const first = await aWorker();
  await expect.poll(() => progressOf(id), patience).toBeGreaterThan(0);
  first.kill("SIGKILL");
  const done = await progressOf(id);
  expect(done).toBeLessThan(rows);

  await aWorker();
  await expect.poll(async () => (await getImport(context, { id })).status, patience).toBe("done");
  expect(await getImport(context, { id })).toMatchObject({
    rowsDone: rows,
    counts: { new: rows, changed: 0, unchanged: 0, duplicate: 0, refused: 0 },
  });
  expect(await counted()).toEqual({ all: rows, distinct: rows });

  await undoImport(context, { id });
  await expect.poll(async () => (await getImport(context, { id })).undo?.removed ?? 0, patience).toBeGreaterThan(0);
  for (const worker of processes) worker.kill("SIGKILL");
  await aWorker();
  await expect.poll(async () => (await getImport(context, { id })).status, patience).toBe("undone");
  expect((await getImport(context, { id })).undo).toMatchObject({ removed: rows, restored: 0, kept: 0 });
  expect(await counted()).toEqual({ all: 0, distinct: 0 });
});
