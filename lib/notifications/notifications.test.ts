import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { users } from "@/db/schema/companies";
import { notifications } from "@/db/schema/notifications";
import { outboxMail } from "@/db/schema/platform";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { asSystem, read, together } from "@/lib/data/doors";
import { addLeadNote } from "@/lib/leads/add-lead-note";
import { addLeadTask } from "@/lib/leads/add-lead-task";
import { assignLead } from "@/lib/leads/assign-lead";
import { assignLeads } from "@/lib/leads/assign-leads";
import { deleteLead } from "@/lib/leads/delete-lead";
import { updateTask } from "@/lib/tasks/update-task";
import { tellDueTasks } from "@/lib/worker/tell-due-tasks";
import { countUnread } from "./count-unread";
import { listNotifications } from "./list-notifications";
import { mailNotifications } from "./mail-notifications";
import { markNotifications } from "./mark-notifications";
import { sayNotification } from "./model";
import { setPreference } from "./preferences";

let location: Location;
let ada: Member;
let bob: Member;
let asAda: Context;
let asBob: Context;

beforeEach(async () => {
  location = await aLocation({ timeZone: "Europe/Berlin" });
  ada = await aMember(location, { name: "Ada" });
  bob = await aMember(location, { name: "Bob", role: "rep", visibility: "own" });
  [asAda, asBob] = [contextOf(location, ada), contextOf(location, bob)];
});

const said = async (context: Context) => (await listNotifications(context, { limit: 50 })).items.map(sayNotification);
const aNamedLead = (name: string, owner?: Member) => aLead(location, { name, ...(owner && { owner }) }, ada);

test("who is given a lead or a task, or is named in a note, is told so; nobody of what they did themselves", async () => {
  const lead = await aNamedLead("Barn roof");
  await assignLead(asAda, { lead, assigned: [bob.number] });
  await aNamedLead("Stable door", bob);
  await addLeadTask(asAda, { lead, title: "Measure it", assignedToId: bob.id });
  await addLeadNote(asAda, { lead, body: "@Bob and @Ada, look", mentions: [bob.id, ada.id] });
  expect(await said(asBob)).toEqual([
    "Ada mentioned you on “Barn roof”",
    "Ada gave you a task: Measure it",
    "Ada assigned “Stable door” to you",
    "Ada assigned “Barn roof” to you",
  ]);
  expect(await countUnread(asBob)).toBe(4);
  expect(await said(asAda)).toEqual([]);
  const stranger = await aMember(location);
  expect(await said(contextOf(location, stranger))).toEqual([]);
});

test("many leads given at once are told of as one", async () => {
  const ids = [];
  for (const name of ["One", "Two", "Three"]) ids.push((await aNamedLead(name)).id);
  await assignLeads({ ...asAda, toldAs: "bulk" }, { ids: ids.slice(0, 2), ownerId: bob.id });
  const [first] = (await listNotifications(asBob, { limit: 1 })).items;
  await markNotifications(asBob, { read: true, ids: [first?.id ?? ""] });
  expect(await countUnread(asBob)).toBe(0);
  await assignLeads({ ...asAda, toldAs: "bulk" }, { ids: ids.slice(2), ownerId: bob.id });
  expect(await said(asBob)).toEqual(["Ada assigned 3 leads to you"]);
  expect(await countUnread(asBob)).toBe(1);
});

test("of a lead that somebody may not see any more, nothing is said", async () => {
  const lead = await aNamedLead("Secret shed", bob);
  const gone = await aNamedLead("Old shed", bob);
  await addLeadNote(asAda, { lead, body: "the code is 1234 @Bob", mentions: [bob.id] });
  await assignLead(asAda, { lead, assigned: [ada.number] });
  await deleteLead(asAda, { lead: gone });
  const { items } = await listNotifications(asBob, { limit: 50 });
  expect(items).toHaveLength(3);
  for (const item of items) expect(item).toMatchObject({ hidden: true, actorName: null, lead: null, text: null });
  expect(JSON.stringify(items.map(sayNotification))).not.toMatch(/shed|1234|Ada/);
});

test("notifications are paged by key, and marked: some, all that were seen, and unread again", async () => {
  for (const name of ["A", "B", "C", "D", "E"]) await aNamedLead(name, bob);
  const first = await listNotifications(asBob, { limit: 2 });
  const second = await listNotifications(asBob, { limit: 2, cursor: first.next ?? "" });
  const last = await listNotifications(asBob, { limit: 2, cursor: second.next ?? "" });
  const names = [first, second, last].flatMap(({ items }) => items.map(({ lead }) => lead?.name));
  expect(names).toEqual(["E", "D", "C", "B", "A"]);
  expect(last.next).toBeNull();

  const [newest, next] = first.items;
  await aNamedLead("later", bob);
  await markNotifications(asBob, { read: true, upTo: newest?.id ?? "" });
  expect(await countUnread(asBob)).toBe(1);
  await markNotifications(asAda, { read: false, ids: [next?.id ?? ""] });
  expect(await countUnread(asBob)).toBe(1);
  await markNotifications(asBob, { read: false, ids: [next?.id ?? ""] });
  expect((await listNotifications(asBob, { limit: 9, unread: true })).items.map(({ lead }) => lead?.name)).toEqual([
    "later",
    "D",
  ]);
});

test("an event that does not come to be tells nobody", async () => {
  const lead = await aNamedLead("Barn roof");
  const failed = together(asAda, async (inside) => {
    await assignLead(inside, { lead, assigned: [bob.number] });
    throw new Error("Not after all.");
  });
  await expect(failed).rejects.toThrow("Not after all.");
  expect(await said(asBob)).toEqual([]);
});

test("a task that falls due is said once for each moment it is due at, whoever looks for it", async () => {
  const lead = await aNamedLead("Barn roof");
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const give = (title: string, dueAt: Date) => addLeadTask(asBob, { lead, title, dueAt, assignedToId: bob.id });
  await assignLead(asAda, { lead, assigned: [bob.number] });
  const late = await give("late", inMinutes(-5));
  await give("later", inMinutes(60));
  await give("long ago", inMinutes(-60 * 24 * 5));
  const done = await give("done", inMinutes(-5));
  await updateTask(asBob, { taskId: done.id, changes: { completed: true } });
  await Promise.all([tellDueTasks(), tellDueTasks()]);
  await tellDueTasks();
  const due = async () => (await said(asBob)).filter((sentence) => sentence.startsWith("Task due"));
  expect(await due()).toEqual(["Task due: late"]);
  await updateTask(asBob, { taskId: late.id, changes: { dueAt: inMinutes(-1) } });
  await tellDueTasks();
  expect(await due()).toEqual(["Task due: late", "Task due: late"]);
});

test("a task that is due on a day is said at nine where its person is", async () => {
  const lead = await aNamedLead("Barn roof");
  const zoneWhere = async (condition: "after" | "before") => {
    const { rows } = await asSystem("test", (transaction) =>
      transaction.execute<{
        name: string;
      }>(sql`select 'Etc/GMT' || case when offs <= 0 then '+' || -offs else '-' || offs end as name
        from generate_series(-12, 14) offs where extract(hour from now() at time zone 'UTC' + make_interval(hours => offs)) ${
          condition === "after" ? sql`between 10 and 22` : sql`between 1 and 7`
        } order by offs limit 1`),
    );
    return rows[0]?.name ?? "Etc/GMT";
  };
  const live = (timeZone: string) =>
    asSystem("test", (transaction) => transaction.update(users).set({ timeZone }).where(eq(users.id, bob.id)));
  const today = async () => {
    const { rows } = await asSystem("test", (transaction) =>
      transaction.execute<{ due: string }>(
        sql`select (now() at time zone u.time_zone)::date::timestamp at time zone 'Europe/Berlin' as due from users u where id = ${bob.id}`,
      ),
    );
    return new Date(rows[0]?.due ?? "");
  };
  await live(await zoneWhere("before"));
  await addLeadTask(asAda, { lead, title: "too early", dueAt: await today(), assignedToId: bob.id });
  await live(await zoneWhere("after"));
  await addLeadTask(asAda, { lead, title: "in the morning", dueAt: await today(), assignedToId: bob.id });
  await live(await zoneWhere("before"));
  await tellDueTasks();
  const due = async () => (await said(asBob)).filter((sentence) => sentence.startsWith("Task due"));
  expect(await due()).not.toContain("Task due: too early");
  await live(await zoneWhere("after"));
  await tellDueTasks();
  expect(await due()).toContain("Task due: in the morning");
});

const mails = () =>
  read(contextOf(location), (transaction) =>
    transaction
      .select({ to: outboxMail.toAddress, subject: outboxMail.subject, text: outboxMail.text })
      .from(outboxMail)
      .where(eq(outboxMail.locationId, location.id)),
  );

test("by mail, what is not read within a minute comes in one mail, once", async () => {
  await setPreference(asBob, { kind: "assigned", inApp: true, byMail: true });
  await aNamedLead("Read already", bob);
  const [seen] = (await listNotifications(asBob, { limit: 1 })).items;
  await markNotifications(asBob, { read: true, ids: [seen?.id ?? ""] });
  await aNamedLead("Barn roof", bob);
  await aNamedLead("Stable door", bob);
  const lost = await aNamedLead("Secret shed", bob);
  await assignLead(asAda, { lead: lost, assigned: [ada.number] });
  await addLeadNote(asAda, { lead: lost, body: "@Bob", mentions: [bob.id] });
  await Promise.all([1, 2].map(() => mailNotifications(contextOf(location), bob.id)));
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: `${bob.username}@example.com`, subject: "2 notifications from Acme" });
  expect(mail?.text).toContain("Ada assigned “Barn roof” to you.");
  expect(mail?.text).not.toMatch(/Secret|Read already|mentioned/);
});

test("what somebody does not want to hear of is not kept, and what they want by mail alone is not in the app", async () => {
  await setPreference(asBob, { kind: "assigned", inApp: false, byMail: false });
  await setPreference(asBob, { kind: "mentioned", inApp: false, byMail: true });
  const lead = await aNamedLead("Barn roof", bob);
  await addLeadNote(asAda, { lead, body: "@Bob look at this", mentions: [bob.id] });
  expect(await said(asBob)).toEqual([]);
  expect(await countUnread(asBob)).toBe(0);
  const kept = await read(contextOf(location), (transaction) =>
    transaction.select({ kind: notifications.kind }).from(notifications).where(eq(notifications.userId, bob.id)),
  );
  expect(kept).toEqual([{ kind: "mentioned" }]);
  await mailNotifications(contextOf(location), bob.id);
  const [mail] = await mails();
  expect(mail).toMatchObject({ subject: "Ada mentioned you on “Barn roof”" });
  expect(mail?.text).toContain("@Bob look at this");
});
