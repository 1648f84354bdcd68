import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { connect } from "@/db/connect";
import { jobWorkers, outboxMail } from "@/db/schema/platform";
import { testDatabase } from "@/db/testing/database";
import { aLocation, contextOf } from "@/db/testing/factories";
import { aMailServer, type MailServer, refusal } from "@/db/testing/mail-server";
import type { Context } from "@/lib/access/context";
import { environment } from "@/lib/config/environment";
import { asSystem, together } from "@/lib/data/doors";
import { listDeadJobs } from "@/lib/jobs/list-dead-jobs";
import { queueJob } from "@/lib/jobs/queue-job";
import { newId } from "@/lib/kit/id";
import { getMail } from "@/lib/mail/get-mail";
import { queueMail } from "@/lib/mail/queue-mail";
import { smtpDriver } from "@/lib/providers/mail/smtp";
import { startWorker, type Worker } from "./start";

// A dead worker is given 5 s, and a failed job waits for 3: real times, which nothing here waits for blindly.
const patience = { timeout: 30_000, interval: 50 };
vi.setConfig({ testTimeout: 60_000 });

let server: MailServer;
let context: Context;
let administrator: Awaited<ReturnType<typeof connect>>;
const processes = new Set<ChildProcess>();
const workers = new Set<Worker>();

beforeAll(async () => {
  administrator = await connect(await testDatabase(), "test");
  server = await aMailServer();
});
beforeEach(async () => {
  server.mails.length = 0;
  server.answers = {};
  context = contextOf(await aLocation());
});
afterEach(async () => {
  for (const process of processes) process.kill("SIGKILL");
  await Promise.all([...workers].map((worker) => worker.stop()));
  workers.clear();
  await asSystem("test", (transaction) => transaction.delete(jobWorkers));
});
afterAll(async () => {
  await administrator.end();
  await server.close();
});

/** A worker in a process of its own, as `npm run worker` starts one. */
async function aProcess(): Promise<ChildProcess> {
  const script = `await (await import("@/lib/worker/start")).startWorker();`;
  const args = ["--import", "./scripts/register.mjs", "--input-type=module", "--eval", script];
  const { DATA_DIR, LOG_LEVEL } = environment;
  const env = {
    NODE_ENV: "test",
    DATA_DIR,
    LOG_LEVEL,
    DATABASE_URL: await testDatabase(),
    SMTP_URL: server.url,
  } as const;
  const child = spawn(process.execPath, args, { env, stdio: "inherit" });
  processes.add(child);
  child.once("exit", () => processes.delete(child));
  return child;
}

async function aWorker(): Promise<Worker> {
  const worker = await startWorker({ mail: smtpDriver(server.url, "crm@acme.example") });
  workers.add(worker);
  return worker;
}

async function aMail(): Promise<string> {
  const mail = { to: "ada@example.com", subject: "Hello", text: "Hello", html: "<p>Hello</p>", dedupeKey: newId() };
  return (await together(context, (inside) => queueMail(inside.transaction, inside, mail))).id;
}

const countWorkers = () => asSystem("test", (transaction) => transaction.$count(jobWorkers));
const statusOf = async (id: string) => (await getMail(context, id)).status;

type JobRow = { attempts: number; last_error: string | null; running: boolean; waits: boolean };

async function jobs(): Promise<JobRow[]> {
  const { rows } = await administrator.query<JobRow>(
    `select attempts, last_error, locked_at is not null as running, run_at > now() as waits
     from graphile_worker._private_jobs where payload ->> 'locationId' = $1 order by id`,
    [context.location.id],
  );
  return rows;
}

/** The server takes a whole mail and then says nothing until it is told to. */
function holdMails(): { arrived: () => number; release: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let arrived = 0;
  server.answers.content = () => {
    arrived += 1;
    return promise;
  };
  return { arrived: () => arrived, release: resolve };
}

test("a job runs as soon as its transaction has committed", async () => {
  await aWorker();
  const id = await aMail();
  await expect.poll(() => statusOf(id), patience).toBe("sent");
  expect(server.mails).toHaveLength(1);
  await expect.poll(jobs, patience).toEqual([]);
});

test("a job that fails is tried again, a little later each time", async () => {
  let refusals = 1;
  server.answers.content = () => {
    if (refusals-- > 0) throw refusal(451, "Not now");
  };
  await aWorker();
  const id = await aMail();
  await expect
    .poll(jobs, patience)
    .toEqual([{ attempts: 1, last_error: expect.stringContaining("Not now"), running: false, waits: true }]);
  expect(await statusOf(id)).toBe("waiting");
  await expect.poll(() => statusOf(id), patience).toBe("sent");
  expect(await getMail(context, id)).toMatchObject({ attempts: 2 });
  expect(server.mails).toHaveLength(1);
});

test("a job that a killed process was at is done once, by another", async () => {
  const held = holdMails();
  const killed = await aProcess();
  const id = await aMail();
  await expect.poll(held.arrived, patience).toBe(1);
  killed.kill("SIGKILL");
  await once(killed, "exit");
  server.answers = {};
  await aWorker();
  await expect.poll(() => statusOf(id), patience).toBe("sent");
  expect(server.mails).toHaveLength(1);
  expect(await getMail(context, id)).toMatchObject({ attempts: 2 });
  await expect.poll(jobs, patience).toEqual([]);
  expect(await countWorkers()).toBe(1);
});

test("two workers that race for one mail send it once", async () => {
  await Promise.all([aProcess(), aProcess()]);
  await expect.poll(countWorkers, patience).toBe(2);
  const held = holdMails();
  const id = await aMail();
  await expect.poll(held.arrived, patience).toBe(1);
  const again = { locationId: context.location.id, mailId: id };
  await together(context, ({ transaction }) => queueJob(transaction, "send_mail", again, { key: "again" }));
  await expect
    .poll(async () => (await jobs()).map((job) => job.last_error), patience)
    .toEqual([null, "This mail is being sent."]);
  held.release();
  await expect.poll(jobs, patience).toEqual([]);
  expect(await statusOf(id)).toBe("sent");
  expect(held.arrived()).toBe(1);
  expect(server.mails).toHaveLength(1);
});

test("a worker that is stopped finishes what it is at, and takes nothing more", async () => {
  const worker = await aWorker();
  const held = holdMails();
  const first = await aMail();
  await expect.poll(held.arrived, patience).toBe(1);
  workers.delete(worker);
  const stopped = worker.stop();
  const second = await aMail();
  held.release();
  await stopped;
  expect(await statusOf(first)).toBe("sent");
  expect(await statusOf(second)).toBe("waiting");
  expect(await countWorkers()).toBe(0);
});

test("a job that was tried often enough is given up, and seen", async () => {
  await together(context, ({ transaction }) =>
    queueJob(transaction, "delete_unused_file", { locationId: context.location.id, storageKey: "no key!" }),
  );
  await administrator.query(
    "update graphile_worker._private_jobs set attempts = max_attempts - 1 where payload ->> 'locationId' = $1",
    [context.location.id],
  );
  await aWorker();
  await expect
    .poll(() => listDeadJobs(context), patience)
    .toEqual([
      expect.objectContaining({
        name: "delete_unused_file",
        attempts: 25,
        lastError: "A storage key has the wrong shape.",
      }),
    ]);
  expect(await listDeadJobs(contextOf(await aLocation()))).toEqual([]);
});

test("a job of a location that is gone has nothing to do", async () => {
  const locationId = newId();
  await asSystem("test", (transaction) => queueJob(transaction, "send_mail", { locationId, mailId: newId() }));
  await aWorker();
  const left = () =>
    administrator.query("select 1 from graphile_worker._private_jobs where payload ->> 'locationId' = $1", [
      locationId,
    ]);
  await expect.poll(async () => (await left()).rowCount, patience).toBe(0);
});

test("a worker whose connection was cut goes on", async () => {
  await aWorker();
  await administrator.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name in ('leadwright worker', 'leadwright jobs')",
  );
  const id = await aMail();
  await expect.poll(() => statusOf(id), patience).toBe("sent");
  const held = () =>
    administrator.query("select 1 from pg_locks where locktype = 'advisory' and classid = 7501003 and granted");
  await expect.poll(async () => (await held()).rowCount, patience).toBe(1);
  expect(await countWorkers()).toBe(1);
  expect(await asSystem("test", (t) => t.select().from(outboxMail).where(eq(outboxMail.id, id)))).toHaveLength(1);
});
