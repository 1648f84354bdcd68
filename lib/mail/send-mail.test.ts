import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { events } from "@/db/schema/activity";
import { jobWorkers, outboxMail } from "@/db/schema/platform";
import { aLocation, aMember, contextOf } from "@/db/testing/factories";
import { aMailServer, type MailServer, refusal } from "@/db/testing/mail-server";
import type { Context } from "@/lib/access/context";
import { asSystem, read, together } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import type { MailDriver } from "@/lib/providers/mail/driver";
import { smtpDriver } from "@/lib/providers/mail/smtp";
import { getMail } from "./get-mail";
import { layoutMail } from "./layout";
import { listOutbox } from "./list-outbox";
import { type NewMail, queueMail } from "./queue-mail";
import { sendMail } from "./send-mail";

let server: MailServer;
let driver: MailDriver;
let context: Context;

beforeAll(async () => {
  server = await aMailServer();
  driver = smtpDriver(server.url, "Acme <crm@acme.example>");
  context = contextOf(await aLocation());
});
afterAll(() => server.close());
beforeEach(() => {
  server.mails.length = 0;
  server.answers = {};
});

async function aMail(given: Partial<NewMail> = {}): Promise<string> {
  const body = layoutMail({ greeting: "Hello Zoë,", paragraphs: ["<b>welcome</b>"], sender: "Acme" });
  const mail = { to: "zoe@example.com", toName: "Zoë", subject: "Grüße", ...body, dedupeKey: newId(), ...given };
  const { id } = await together(context, (inside) => queueMail(inside.transaction, inside, mail));
  return id;
}

const send = (id: string, given: { isLast?: boolean; driver?: MailDriver | null } = {}) =>
  sendMail(context, id, { workerId: "worker", isLast: false, driver, ...given });

async function eventsOf(id: string): Promise<string[]> {
  const rows = await read(context, (transaction) =>
    transaction.select({ type: events.type }).from(events).where(eq(events.subjectId, id)),
  );
  return rows.map(({ type }) => type);
}

test("a mail is sent once, whole, under its own Message-ID", async () => {
  const id = await aMail();
  await send(id);
  await send(id);
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]).toMatchObject({
    from: { name: "Acme", address: "crm@acme.example" },
    to: [{ name: "Zoë", address: "zoe@example.com" }],
    subject: "Grüße",
    messageId: `<${id}@localhost>`,
    text: expect.stringContaining("<b>welcome</b>"),
    html: expect.stringContaining("&#60;b&#62;welcome"),
  });
  expect(await getMail(context, id)).toMatchObject({
    status: "sent",
    attempts: 1,
    lastError: null,
    sentAt: expect.any(Date),
  });
  expect(await eventsOf(id)).toEqual(["mail.sent"]);
});

test("without a mail server the mail is kept", async () => {
  const id = await aMail();
  await send(id, { driver: null });
  expect(await getMail(context, id)).toMatchObject({ status: "kept", sentAt: null });
  await send(id);
  expect(server.mails).toEqual([]);
});

test("a refusal for now is told, and the mail waits for the next try", async () => {
  const id = await aMail();
  server.answers = { content: () => Promise.reject(refusal(451, "Try again later")) };
  await expect(send(id)).rejects.toThrow("451");
  expect(await getMail(context, id)).toMatchObject({
    status: "waiting",
    attempts: 1,
    lastError: expect.stringContaining("Try again later"),
  });
  server.answers = {};
  await send(id);
  expect(await getMail(context, id)).toMatchObject({ status: "sent", attempts: 2, lastError: null });
});

test("the last try decides", async () => {
  const id = await aMail();
  server.answers = { content: () => Promise.reject(refusal(451, "Try again later")) };
  await send(id, { isLast: true });
  expect(await getMail(context, id)).toMatchObject({ status: "failed", lastError: expect.stringContaining("451") });
  expect(await eventsOf(id)).toEqual(["mail.failed"]);
});

test.each([
  ["a mailbox that is not there", { to: "nobody@example.com" }, "550"],
  ["an address that is none", { to: "not an address" }, "Bad recipient address"],
])("%s is no reason to try again", async (_, given, reason) => {
  server.answers = {
    recipient: (address) => {
      if (address === "nobody@example.com") throw refusal(550, "No such user");
    },
  };
  const id = await aMail(given);
  await send(id);
  expect(await getMail(context, id)).toMatchObject({
    status: "failed",
    attempts: 1,
    lastError: expect.stringMatching(reason),
  });
});

test("a server that can not be reached, or refuses our login, is tried again", async () => {
  const id = await aMail();
  const gone = await aMailServer();
  await gone.close();
  await expect(send(id, { driver: smtpDriver(gone.url, "a@b.example") })).rejects.toThrow("ECONNREFUSED");
  const login = smtpDriver(server.url.replace("smtp://", "smtp://user:wrong@"), "a@b.example");
  await expect(send(id, { driver: login })).rejects.toThrow(/login|credentials|auth/i);
  expect(await getMail(context, id)).toMatchObject({ status: "waiting", attempts: 2 });
});

test("a mail that another worker is sending is left to it, for as long as it lives", async () => {
  const id = await aMail();
  const other = newId();
  await asSystem("test", (transaction) =>
    transaction.insert(jobWorkers).values({ id: other, lockedBy: "other", lockNumber: 1 }),
  );
  await together(context, ({ transaction }) =>
    transaction
      .update(outboxMail)
      .set({ claimedBy: other })
      .where(and(eq(outboxMail.locationId, context.location.id), eq(outboxMail.id, id))),
  );
  await expect(send(id)).rejects.toMatchObject({ rule: "mail_being_sent" });
  expect(server.mails).toEqual([]);
  await asSystem("test", (transaction) => transaction.delete(jobWorkers).where(eq(jobWorkers.id, other)));
  await send(id);
  expect(server.mails).toHaveLength(1);
});

test("two tries in one process send once", async () => {
  const id = await aMail();
  const results = await Promise.allSettled([send(id), send(id), send(id)]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(server.mails).toHaveLength(1);
});

test("a secret is for administrators while the mail is kept, and gone once it was sent", async () => {
  const rep = contextOf(context.location, await aMember(context.location, { role: "rep" }));
  const kept = await aMail({ confidential: true });
  await send(kept, { driver: null });
  expect((await getMail(context, kept)).text).toContain("welcome");
  expect((await getMail(rep, kept)).text).not.toContain("welcome");
  const sent = await aMail({ confidential: true });
  await send(sent);
  expect(server.mails[0]?.text).toContain("welcome");
  const [row] = await read(context, (transaction) =>
    transaction.select().from(outboxMail).where(eq(outboxMail.id, sent)),
  );
  expect(row).toMatchObject({ text: "", html: "" });
});

test("the outbox is read by status, and each location reads its own", async () => {
  const other = contextOf(await aLocation());
  context = contextOf(await aLocation());
  const [kept, waiting] = [await aMail(), await aMail()];
  await send(kept, { driver: null });
  expect((await listOutbox(context, { limit: 10, status: "kept" })).mails.map(({ id }) => id)).toEqual([kept]);
  expect((await listOutbox(context, { limit: 10 })).mails.map(({ id }) => id)).toEqual([waiting, kept]);
  await expect(getMail(other, kept)).rejects.toMatchObject({ code: "not_found" });
});
