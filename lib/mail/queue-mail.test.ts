import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connect";
import { events } from "@/db/schema/activity";
import { outboxMail } from "@/db/schema/platform";
import { testDatabase } from "@/db/testing/database";
import { aLead, aLocation, contextOf } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { change, read, together } from "@/lib/data/doors";
import { queueJob } from "@/lib/jobs/queue-job";
import { type NewMail, queueMail } from "./queue-mail";

const welcome: NewMail = {
  to: "ada@example.com",
  toName: "Ada Lovelace",
  subject: "Welcome",
  text: "Hello Ada",
  html: "<p>Hello Ada</p>",
  dedupeKey: "welcome:1",
};

let administrator: Awaited<ReturnType<typeof connect>>;
beforeAll(async () => {
  administrator = await connect(await testDatabase(), "test");
});
afterAll(() => administrator.end());

async function jobsOf({ id }: Location): Promise<unknown[]> {
  const { rows } = await administrator.query(
    `select task.identifier as task, job.payload, job.key, job.max_attempts from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id where job.payload ->> 'locationId' = $1`,
    [id],
  );
  return rows;
}

const outboxOf = (context: Context) => read(context, (transaction) => transaction.select().from(outboxMail));
const queue = (context: Context, mail: NewMail) =>
  together(context, (inside) => queueMail(inside.transaction, inside, mail));

test("a mail, its job and its event are written together", async () => {
  const location = await aLocation();
  const { contact } = await aLead(location);
  const context = contextOf(location);
  const id = await change(context, async (transaction, inside) => {
    const mail = await queueMail(transaction, inside, { ...welcome, contactId: contact.id });
    const [event] = mail.events;
    if (!event) throw new Error("No event.");
    return { result: mail.id, events: [event] };
  });
  expect(await outboxOf(context)).toEqual([
    expect.objectContaining({
      id,
      toAddress: "ada@example.com",
      status: "waiting",
      attempts: 0,
      messageId: `<${id}@localhost>`,
    }),
  ]);
  expect(await jobsOf(location)).toEqual([
    {
      task: "send_mail",
      payload: { locationId: location.id, mailId: id },
      key: `send_mail:${location.id}:${id}`,
      max_attempts: 22,
    },
  ]);
  const written = await read(context, (transaction) =>
    transaction.select().from(events).where(eq(events.type, "mail.queued")),
  );
  expect(written).toEqual([
    expect.objectContaining({ subjectId: id, contactId: contact.id, after: { to: welcome.to, subject: "Welcome" } }),
  ]);
});

test("a mail of the same key is queued once in a location", async () => {
  const [location, other] = [await aLocation(), await aLocation()];
  const first = await queue(contextOf(location), welcome);
  const second = await queue(contextOf(location), { ...welcome, subject: "Welcome again" });
  expect(second).toEqual({ id: first.id, events: [] });
  expect(await jobsOf(location)).toHaveLength(1);
  expect((await queue(contextOf(other), welcome)).events).toHaveLength(1);
});

test("what is rolled back leaves neither mail nor job", async () => {
  const location = await aLocation();
  const work = together(contextOf(location), async (inside) => {
    await queueMail(inside.transaction, inside, welcome);
    throw new Error("changed my mind");
  });
  await expect(work).rejects.toThrow("changed my mind");
  expect(await outboxOf(contextOf(location))).toEqual([]);
  expect(await jobsOf(location)).toEqual([]);
});

test("a location can not add a job for another", async () => {
  const [location, other] = [await aLocation(), await aLocation()];
  const work = together(contextOf(location), (inside) =>
    queueJob(inside.transaction, "send_mail", { locationId: other.id, mailId: "x" }),
  );
  await expect(work).rejects.toMatchObject({ cause: { code: "42501" } });
  expect(await jobsOf(other)).toEqual([]);
});
