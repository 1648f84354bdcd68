import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { passwordResets } from "@/db/schema/companies";
import { outboxMail } from "@/db/schema/platform";
import { aLocation, aMember } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { LimitReached, Precondition } from "@/lib/access/errors";
import { findSession } from "@/lib/access/identity";
import { asSystem } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { requestPasswordReset } from "./request-password-reset";
import { isResetLink, resetPassword } from "./reset-password";
import { startSession } from "./start-session";
import { verifyPassword } from "./verify-password";

const now = new Date();
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let location: Location;

beforeAll(async () => {
  location = await aLocation();
});

const request = (identifier: string, at = now, address: string | null = null) =>
  requestPasswordReset({
    identifier,
    address,
    requestId: newId(),
    linkOf: (secret) => `https://crm.example/set?token=${secret}`,
    now: at,
  });

const mailsTo = (address: string) =>
  asSystem("test", (transaction) =>
    transaction.select().from(outboxMail).where(eq(outboxMail.toAddress, address)).orderBy(outboxMail.id),
  );

async function secretMailedTo(address: string): Promise<string> {
  const mail = (await mailsTo(address)).at(-1);
  const secret = /token=([\w-]+)/.exec(mail?.text ?? "")?.[1];
  if (!secret) throw new Error("The mail has no link.");
  return secret;
}

const signsIn = async (identifier: string, password: string) =>
  (await verifyPassword({ identifier, password, address: null, now: minutesLater(120) })) !== null;

test("the mailed link sets a password once, ends every session, and voids older links", async () => {
  const ada = await aMember(location, { username: "ada", email: "ada@example.com", password: "the old password" });
  const sessionId = await startSession({
    userId: ada.id,
    companyId: location.companyId,
    userAgent: null,
    address: null,
    now,
  });
  await request("ADA@example.com");
  const older = await secretMailedTo("ada@example.com");
  await request("ada");
  const secret = await secretMailedTo("ada@example.com");
  expect(secret).not.toBe(older);
  expect(await isResetLink({ secret, now })).toBe(true);
  await resetPassword({ secret, password: "the new password", now });
  expect(await signsIn("ada", "the new password")).toBe(true);
  expect(await signsIn("ada", "the old password")).toBe(false);
  expect(await findSession(sessionId)).toBeNull();
  for (const spent of [secret, older]) {
    await expect(resetPassword({ secret: spent, password: "yet another one", now })).rejects.toThrow(Precondition);
  }
});

test("two uses of one link at the same time set one password", async () => {
  await aMember(location, { username: "twice", email: "twice@example.com", password: "the old password" });
  await request("twice");
  const secret = await secretMailedTo("twice@example.com");
  const outcomes = await Promise.allSettled(
    ["first password", "second password"].map((password) => resetPassword({ secret, password, now })),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a link works for an hour", async () => {
  await aMember(location, { username: "late", email: "late@example.com", password: "the old password" });
  await request("late");
  const secret = await secretMailedTo("late@example.com");
  expect(await isResetLink({ secret, now: minutesLater(59) })).toBe(true);
  await expect(resetPassword({ secret, password: "the new password", now: minutesLater(60) })).rejects.toThrow(
    Precondition,
  );
  expect(await isResetLink({ secret: "guess", now })).toBe(false);
});

test("only a hash of the link is kept", async () => {
  await aMember(location, { username: "hashed", email: "hashed@example.com", password: "the old password" });
  await request("hashed");
  const secret = await secretMailedTo("hashed@example.com");
  const kept = await asSystem("test", (transaction) => transaction.select().from(passwordResets));
  expect(JSON.stringify(kept)).not.toContain(secret);
});

test("nothing is mailed, and nothing said, where there is no such account or it has no password", async () => {
  await aMember(location, { username: "elsewhere", email: "elsewhere@example.com", password: null });
  await expect(request("nobody@example.com")).resolves.toBeUndefined();
  await expect(request("elsewhere")).resolves.toBeUndefined();
  expect(await mailsTo("elsewhere@example.com")).toEqual([]);
});

test("nobody's mailbox is flooded, and an unknown name is counted like a known one", async () => {
  await aMember(location, { username: "flooded", email: "flooded@example.com", password: "the old password" });
  for (const identifier of ["flooded", "unknown"]) {
    for (let round = 0; round < 3; round++) await request(identifier);
    await expect(request(identifier)).rejects.toThrow(LimitReached);
  }
  expect(await mailsTo("flooded@example.com")).toHaveLength(3);
});

test("the mail is text and safe HTML", async () => {
  await aMember(location, {
    username: "quoted",
    name: '<b>"Q"</b>',
    email: "quoted@example.com",
    password: "the old password",
  });
  await request("quoted");
  const [mail] = await mailsTo("quoted@example.com");
  expect(mail).toMatchObject({ subject: "Set a new password", status: "waiting" });
  expect(mail?.html).not.toContain("<b>");
  expect(mail?.html).toContain('href="https://crm.example/set?token=');
});
