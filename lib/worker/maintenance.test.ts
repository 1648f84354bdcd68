import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect } from "@/db/connect";
import { attachments, events, notes, quotes } from "@/db/schema/activity";
import { appointments, calendars } from "@/db/schema/calendars";
import { passwordResets, sessions } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import { notifications } from "@/db/schema/notifications";
import { opportunities } from "@/db/schema/opportunities";
import { idempotencyKeys } from "@/db/schema/platform";
import { bulkChanges } from "@/db/schema/views";
import { testDatabase } from "@/db/testing/database";
import { aLead, aLocation, aMember, aUser, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { asSystem, together } from "@/lib/data/doors";
import { idFloor, newId } from "@/lib/kit/id";
import { queueMail } from "@/lib/mail/queue-mail";
import { storage } from "@/lib/providers/storage/configured";
import { handlers } from "./handlers";
import { purgeDeleted } from "./purge-deleted";
import { purgeExpired } from "./purge-expired";
import { requeueMail } from "./requeue-mail";

const daysAgo = (days: number) => sql`now() - make_interval(days => ${days})`;

async function jobsOf(
  location: Location,
): Promise<{ task: string; payload: Record<string, string>; attempts: number }[]> {
  const client = await connect(await testDatabase(), "test");
  const { rows } = await client.query<{ task: string; payload: Record<string, string>; attempts: number }>(
    `select task.identifier as task, job.payload, job.attempts from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id where job.payload ->> 'locationId' = $1`,
    [location.id],
  );
  await client.end();
  return rows;
}

async function anAttachment(location: Location, opportunityId: string, storageKey: string): Promise<string> {
  const id = newId();
  const row = { id, opportunityId, fileName: "a.txt", mediaType: "text/plain", sizeBytes: 1, sha256: "x", storageKey };
  await asSystem("test", (transaction) => transaction.insert(attachments).values({ locationId: location.id, ...row }));
  return id;
}

const deleteRow = (
  table: typeof opportunities | typeof contacts | typeof notes | typeof attachments | typeof appointments,
  id: string,
  days: number,
) =>
  asSystem("test", (transaction) =>
    transaction
      .update(table)
      .set({ deletedAt: daysAgo(days) })
      .where(eq(table.id, id)),
  );

const isThere = (
  table:
    | typeof opportunities
    | typeof contacts
    | typeof attachments
    | typeof quotes
    | typeof notes
    | typeof appointments,
  id: string,
) => asSystem("test", async (transaction) => (await transaction.$count(table, eq(table.id, id))) === 1);

test("a lead deleted 30 days ago goes with all that is its own; a younger one stays", async () => {
  const location = await aLocation();
  const [old, young] = [await aLead(location, { note: "old" }), await aLead(location)];
  const key = `${location.id}/shared`;
  await (await storage()).put(key, new Blob(["1"]));
  const file = await anAttachment(location, old.id, key);
  const copy = await anAttachment(location, young.id, key);
  const quote = newId();
  const row = { locationId: location.id, id: quote, title: "Offer", opportunityId: old.id, currency: "USD" };
  await asSystem("test", (transaction) => transaction.insert(quotes).values(row));
  await deleteRow(opportunities, old.id, 31);
  await deleteRow(opportunities, young.id, 29);

  await purgeDeleted();
  expect(await isThere(opportunities, old.id)).toBe(false);
  expect(await isThere(attachments, file)).toBe(false);
  expect(await isThere(quotes, quote)).toBe(false);
  expect(await isThere(opportunities, young.id)).toBe(true);
  const told = await asSystem("test", (transaction) =>
    transaction.select().from(events).where(eq(events.opportunityId, old.id)),
  );
  expect(told.length).toBeGreaterThan(0);
  expect(told.every(({ before, after }) => before === null && after === null)).toBe(true);

  // The bytes stay for as long as another attachment has them.
  const payload = { locationId: location.id, storageKey: key };
  expect(await jobsOf(location)).toEqual([{ task: "delete_unused_file", payload, attempts: 0 }]);
  const run = () =>
    handlers.delete_unused_file(contextOf(location), payload, { workerId: "", isLast: false }, { mail: null });
  await run();
  expect(await (await storage()).exists(key)).toBe(true);
  await deleteRow(attachments, copy, 31);
  await purgeDeleted();
  await run();
  await run();
  expect(await (await storage()).exists(key)).toBe(false);
});

test("a person goes only when no lead needs them any more", async () => {
  const location = await aLocation();
  const lead = await aLead(location);
  await deleteRow(contacts, lead.contact.id, 31);
  await purgeDeleted();
  expect(await isThere(contacts, lead.contact.id)).toBe(true);
  await deleteRow(opportunities, lead.id, 31);
  await purgeDeleted();
  expect(await isThere(contacts, lead.contact.id)).toBe(false);
});

test("appointments and notes go alone", async () => {
  const location = await aLocation();
  const lead = await aLead(location);
  const about = { locationId: location.id, contactId: lead.contact.id, opportunityId: lead.id };
  const [note, appointment] = [newId(), newId()];
  await asSystem("test", async (transaction) => {
    const [calendar] = await transaction.select().from(calendars).where(eq(calendars.locationId, location.id));
    await transaction.insert(notes).values({ ...about, id: note, body: "Call back" });
    await transaction.insert(appointments).values({
      ...about,
      id: appointment,
      calendarId: calendar?.id ?? "",
      status: "new",
      startsAt: new Date("2026-01-01T10:00Z"),
      endsAt: new Date("2026-01-01T11:00Z"),
      timeZone: "UTC",
    });
  });
  await deleteRow(notes, note, 31);
  await deleteRow(appointments, appointment, 31);
  await purgeDeleted();
  expect([
    await isThere(notes, note),
    await isThere(appointments, appointment),
    await isThere(opportunities, lead.id),
  ]).toEqual([false, false, true]);
});

test("what has had its time goes", async () => {
  const location = await aLocation();
  const { companyId, id: locationId } = location;
  const userId = await aUser(companyId);
  const ids = { old: newId(), young: newId() };
  await asSystem("test", async (transaction) => {
    for (const [name, days] of [["old", 32] as const, ["young", 0] as const]) {
      const id = ids[name];
      await transaction
        .insert(idempotencyKeys)
        .values({ locationId, id, key: name, requestHash: "", createdAt: daysAgo(days) });
      await transaction
        .insert(passwordResets)
        .values({ id, companyId, userId, secretHash: id, expiresAt: daysAgo(days) });
      await transaction.insert(sessions).values({ id, companyId, userId, expiresAt: daysAgo(days) });
      const change = { command: { type: "archive" }, selection: { ids: [] }, total: 0, state: "done" as const };
      const actor = { actorType: "system" as const, actorName: "test" };
      await transaction.insert(bulkChanges).values({ locationId, id, ...change, ...actor, endedAt: daysAgo(days) });
    }
  });
  const person = await aMember(location);
  const told = {
    locationId,
    userId: person.id,
    kind: "assigned",
    subjectType: "lead",
    count: 1,
    mail: "none",
  } as const;
  const days = (count: number) => idFloor(Date.now() - count * 86_400_000).padEnd(20, "0");
  await asSystem("test", (transaction) =>
    transaction
      .insert(notifications)
      .values([91, 89].map((age) => ({ ...told, id: days(age), gatheredAs: String(age), inApp: true }))),
  );
  await purgeExpired();
  const kept = await asSystem("test", (transaction) =>
    transaction.select({ age: notifications.gatheredAs }).from(notifications),
  );
  expect(kept).toEqual([{ age: "89" }]);
  for (const table of [idempotencyKeys, passwordResets, sessions, bulkChanges]) {
    const left = await asSystem("test", (transaction) => transaction.select({ id: table.id }).from(table));
    expect(left).toEqual([{ id: ids.young }]);
  }
});

test("waiting mail without a job gets one; a job that waits for its next try stays as it is", async () => {
  const location = await aLocation();
  const mail = { to: "a@example.com", subject: "Hello", text: "", html: "" };
  const [lost, tried, dead] = await together(contextOf(location), async (inside) => {
    const queue = async (dedupeKey: string) => (await queueMail(inside.transaction, inside, { ...mail, dedupeKey })).id;
    return [await queue("lost"), await queue("tried"), await queue("dead")];
  });
  const client = await connect(await testDatabase(), "test");
  const change = (statement: string, id: string) => client.query(`${statement} where payload ->> 'mailId' = $1`, [id]);
  await change("delete from graphile_worker._private_jobs", lost);
  await change("update graphile_worker._private_jobs set attempts = 3", tried);
  await change("update graphile_worker._private_jobs set attempts = max_attempts", dead);
  await client.end();
  await requeueMail();
  await requeueMail();
  const left = Object.fromEntries((await jobsOf(location)).map(({ payload, attempts }) => [payload.mailId, attempts]));
  expect(left).toEqual({ [lost]: 0, [tried]: 3, [dead]: 0 });
});
