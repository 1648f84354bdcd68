import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { outboxMail } from "@/db/schema/platform";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Context } from "@/lib/access/context";
import { asSystem } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { requestPasswordReset } from "@/lib/users/request-password-reset";
import { isResetLink, resetPassword } from "@/lib/users/reset-password";
import { startSession } from "@/lib/users/start-session";
import { verifyPassword } from "@/lib/users/verify-password";
import { type InviteMember, inviteMember } from "./invite-member";
import { listMembers } from "./list-members";
import { resendInvitation } from "./resend-invitation";
import { revokeInvitation } from "./revoke-invitation";

const now = new Date();
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000);
const origin = "https://crm.example";
const anAddress = () => `${newId().toLowerCase()}@example.com`;

const invite = (context: Context, given: Partial<InviteMember> = {}) =>
  inviteMember(context, {
    name: "Ada Invited",
    email: anAddress(),
    role: "rep",
    visibility: "own",
    teamId: null,
    origin,
    ...given,
  });

const memberOf = async (context: Context, userId: string) =>
  (await listMembers(context)).members.find((member) => member.userId === userId);

const mailsTo = (address: string) =>
  asSystem("test", (transaction) =>
    transaction.select().from(outboxMail).where(eq(outboxMail.toAddress, address)).orderBy(outboxMail.id),
  );

async function secretMailedTo(address: string): Promise<string> {
  const secret = /token=([\w-]+)/.exec((await mailsTo(address)).at(-1)?.text ?? "")?.[1];
  if (!secret) throw new Error("The mail has no link.");
  return secret;
}

test("who is invited chooses a password with the mailed link, within a week, and comes in", async () => {
  const context = contextOf(await aLocation({ name: "Harbor" }), undefined, now);
  const email = anAddress();
  const userId = await invite(context, { name: " Ada <Byron> ", email: ` ${email.toUpperCase()} ` });
  expect(await memberOf(context, userId)).toMatchObject({
    name: "Ada <Byron>",
    role: "rep",
    visibility: "own",
    invitedUntil: daysLater(7),
  });
  const [mail] = await mailsTo(email.toUpperCase());
  expect(mail).toMatchObject({ subject: "test invites you to Harbor", confidential: true });
  expect(mail?.html).not.toContain("<Byron>");
  expect(mail?.text).toContain("\nhttps://crm.example/set-password?token=");
  const secret = await secretMailedTo(email.toUpperCase());
  expect(await isResetLink({ secret, now: daysLater(6.9) })).toBe(true);
  expect(await isResetLink({ secret, now: daysLater(7) })).toBe(false);
  const password = "a long new password";
  await resetPassword({ secret, password, now: daysLater(1) });
  expect(await verifyPassword({ identifier: email, password, address: null, now })).toMatchObject({ userId });
  expect((await memberOf(context, userId))?.invitedUntil).toBeNull();
  await expect(resendInvitation(context, { userId, origin })).rejects.toMatchObject({ rule: "came_in" });
  await expect(revokeInvitation(context, userId)).rejects.toMatchObject({ rule: "came_in" });
});

test("who comes in by single sign-on has accepted as well", async () => {
  const location = await aLocation();
  const context = contextOf(location);
  const userId = await invite(context);
  await startSession({ userId, companyId: location.companyId, userAgent: null, address: null, now });
  expect((await memberOf(context, userId))?.invitedUntil).toBeNull();
});

test("an invitation that is sent again has a link of its own, and whose is too old asks for one", async () => {
  const context = contextOf(await aLocation());
  const email = anAddress();
  const userId = await invite(context, { email });
  const first = await secretMailedTo(email);
  await resendInvitation({ ...context, now: daysLater(8) }, { userId, origin });
  expect((await memberOf(context, userId))?.invitedUntil).toEqual(daysLater(15));
  expect(await isResetLink({ secret: first, now })).toBe(false);
  expect(await isResetLink({ secret: await secretMailedTo(email), now: daysLater(14) })).toBe(true);
  const linkOf = (secret: string) => `https://crm.example/set?token=${secret}`;
  await requestPasswordReset({ identifier: email, address: null, linkOf, now: daysLater(20), requestId: newId() });
  expect(await isResetLink({ secret: await secretMailedTo(email), now: daysLater(20) })).toBe(true);
});

test("an invitation that is revoked leaves neither link nor user, and the address may be invited again", async () => {
  const context = contextOf(await aLocation());
  const email = anAddress();
  const userId = await invite(context, { email });
  const secret = await secretMailedTo(email);
  await revokeInvitation(context, userId);
  expect(await memberOf(context, userId)).toBeUndefined();
  expect(await isResetLink({ secret, now })).toBe(false);
  expect(await invite(context, { email })).not.toBe(userId);
});

test("who was given leads before coming in is not revoked under them", async () => {
  const location = await aLocation();
  const context = contextOf(location);
  const userId = await invite(context);
  await aLead(location, { owner: { id: userId } });
  await expect(revokeInvitation(context, userId)).rejects.toMatchObject({ rule: "in_use" });
  expect((await memberOf(context, userId))?.invitedUntil).not.toBeNull();
});

test("a colleague keeps their account, is told, and is not deleted where another location waits for them", async () => {
  const location = await aLocation();
  const context = contextOf(location);
  const branch = contextOf(await aLocation({ companyId: location.companyId, name: "Branch" }));
  const email = anAddress();
  const ada = await aMember(location, { email, password: "the password that she has" });
  expect(await invite(branch, { email })).toBe(ada.id);
  expect((await memberOf(branch, ada.id))?.invitedUntil).toBeNull();
  expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual(["You work in Branch now"]);

  const newcomer = await invite(context);
  const known = await memberOf(context, newcomer);
  expect(await invite(branch, { email: known?.email })).toBe(newcomer);
  await revokeInvitation(branch, newcomer);
  expect((await memberOf(context, newcomer))?.invitedUntil).not.toBeNull();
});

test("an address is invited once, and not where it belongs to somebody else", async () => {
  const location = await aLocation();
  const context = contextOf(location);
  const email = anAddress();
  const userId = await invite(context, { email });
  const refused = { issues: [expect.objectContaining({ path: ["email"] })] };
  await expect(invite(context, { email })).rejects.toMatchObject(refused);
  const elsewhere = contextOf(await aLocation());
  await expect(invite(elsewhere, { email })).rejects.toMatchObject(refused);
  await expect(revokeInvitation(elsewhere, userId)).rejects.toMatchObject({ code: "not_found" });
  await expect(resendInvitation(elsewhere, { userId, origin })).rejects.toMatchObject({ code: "not_found" });
});

test("people whose addresses begin alike get usernames of their own", async () => {
  const context = contextOf(await aLocation());
  const name = newId().toLowerCase();
  const ids = [];
  for (const domain of ["example.com", "example.org"]) ids.push(await invite(context, { email: `${name}@${domain}` }));
  const usernames = await Promise.all(ids.map(async (id) => (await memberOf(context, id))?.username));
  expect(usernames).toEqual([name, `${name}2`]);
});
