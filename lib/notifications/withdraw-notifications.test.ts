import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { outboxMail } from "@/db/schema/platform";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { asSystem, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { addLeadNote } from "@/lib/leads/add-lead-note";
import { addLeadTask } from "@/lib/leads/add-lead-task";
import { assignLead } from "@/lib/leads/assign-lead";
import { assignLeads } from "@/lib/leads/assign-leads";
import { createLead } from "@/lib/leads/create-lead";
import { undoEvents } from "@/lib/undo/undo-events";
import { countUnread } from "./count-unread";
import { listNotifications } from "./list-notifications";
import { mailNotifications } from "./mail-notifications";
import { sayNotification } from "./model";
import { setPreference } from "./preferences";

let location: Location;
let ada: Member;
let bob: Member;
let asAda: Context;
let asBob: Context;

beforeEach(async () => {
  location = await aLocation();
  ada = await aMember(location, { name: "Ada" });
  bob = await aMember(location, { name: "Bob", role: "rep" });
  [asAda, asBob] = [contextOf(location, ada), contextOf(location, bob)];
});

const said = async (context: Context) => (await listNotifications(context, { limit: 50 })).items.map(sayNotification);
const aNamedLead = (name: string, owner?: Member) => aLead(location, { name, ...(owner && { owner }) }, ada);
const mails = () =>
  read(contextOf(location), (transaction) =>
    transaction
      .select({ status: outboxMail.status, subject: outboxMail.subject })
      .from(outboxMail)
      .where(eq(outboxMail.locationId, location.id)),
  );

/** Does something as Ada. Answers the events that undoing it needs. */
async function adaDoes(work: (context: Context) => Promise<unknown>): Promise<{ events: string[] }> {
  const events: string[] = [];
  await work({ ...asAda, now: new Date(), written: events });
  return { events };
}
const adaUndoes = (done: { events: string[] }) => adaDoes((context) => undoEvents(context, done));

test("an assignment that is undone was never told, is told again with it, and who has the lead back hears nothing", async () => {
  const eve = await aMember(location, { name: "Eve" });
  const asEve = contextOf(location, eve);
  const lead = await aNamedLead("Barn roof", bob);
  const given = await adaDoes((context) => assignLead(context, { lead, assigned: [eve.number] }));
  expect(await said(asEve)).toEqual(["Ada assigned “Barn roof” to you"]);
  const undone = await adaUndoes(given);
  expect(await said(asEve)).toEqual([]);
  expect(await countUnread(asEve)).toBe(0);
  expect(await said(asBob)).toEqual(["Ada assigned “Barn roof” to you"]);
  await adaUndoes(undone);
  expect(await said(asEve)).toEqual(["Ada assigned “Barn roof” to you"]);
  expect(await countUnread(asEve)).toBe(1);
});

test("a mention goes with its note, a task with who was given it, a new lead with its owner; and all come back", async () => {
  const lead = await aNamedLead("Barn roof");
  const done = [
    await adaDoes((context) => addLeadNote(context, { lead, body: "@Bob, look", mentions: [bob.id] })),
    await adaDoes((context) => addLeadTask(context, { lead, title: "Measure it", assignedToId: bob.id })),
    await adaDoes((context) => createLead(context, { name: "Stable door", owner: { username: bob.username } })),
  ];
  const all = await said(asBob);
  expect(all).toHaveLength(3);
  const undone = [];
  for (const each of done) undone.push(await adaUndoes(each));
  expect(await said(asBob)).toEqual([]);
  for (const each of undone) await adaUndoes(each);
  expect((await said(asBob)).toSorted()).toEqual(all.toSorted());
});

test("of many leads given at once, one that is undone is counted no more", async () => {
  const leads = [await aNamedLead("One"), await aNamedLead("Two"), await aNamedLead("Three")];
  const partOfId = newId();
  const done = await adaDoes((context) =>
    assignLeads({ ...context, partOfId }, { ids: leads.map(({ id }) => id), ownerId: bob.id }),
  );
  expect(await said(asBob)).toEqual(["Ada assigned 3 leads to you"]);
  const sentences = [];
  for (const event of done.events.toReversed()) {
    await adaUndoes({ events: [event] });
    sentences.push((await said(asBob))[0]);
  }
  expect(sentences).toEqual(["Ada assigned 2 leads to you", "Ada assigned 1 lead to you", undefined]);
});

test("a mail that was not sent is withdrawn, and what else was in it mailed anew", async () => {
  await setPreference(asBob, { kind: "assigned", inApp: true, byMail: true });
  const lead = await aNamedLead("Barn roof");
  const given = await adaDoes((context) => assignLead(context, { lead, assigned: [bob.number] }));
  await aNamedLead("Stable door", bob);
  await mailNotifications(contextOf(location), bob.id);
  await adaUndoes(given);
  await mailNotifications(contextOf(location), bob.id);
  const written = await mails();
  expect(written.map(({ status, subject }) => `${status}: ${subject}`).toSorted()).toEqual([
    "waiting: Ada assigned “Stable door” to you",
    "withdrawn: 2 notifications from Acme",
  ]);
});

test("what waits to be mailed is mailed no more, and a mail that went out stays", async () => {
  await setPreference(asBob, { kind: "assigned", inApp: true, byMail: true });
  const [lead, other] = [await aNamedLead("Barn roof"), await aNamedLead("Stable door")];
  await adaUndoes(await adaDoes((context) => assignLead(context, { lead, assigned: [bob.number] })));
  await mailNotifications(contextOf(location), bob.id);
  expect(await mails()).toEqual([]);
  const given = await adaDoes((context) => assignLead(context, { lead: other, assigned: [bob.number] }));
  await mailNotifications(contextOf(location), bob.id);
  await asSystem("test", (transaction) =>
    transaction.update(outboxMail).set({ status: "sent" }).where(eq(outboxMail.locationId, location.id)),
  );
  await adaUndoes(given);
  expect(await mails()).toMatchObject([{ status: "sent" }]);
  expect(await said(asBob)).toEqual([]);
});
