import { randomBytes } from "node:crypto";
import { passwordResets } from "@/db/schema/companies";
import type { Context } from "@/lib/access/context";
import { findLocation, findMembership } from "@/lib/access/identity";
import { secretHash } from "@/lib/access/secrets";
import { together } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { queueMail } from "@/lib/mail/queue-mail";
import { writeAccessEvent } from "./internal/access-event";
import { countAttempt } from "./internal/count-attempt";
import { type Account, findAccount } from "./internal/find-account";
import { resetMinutes } from "./model";
import { passwordResetMail } from "./password-reset-mail";

export type RequestPasswordReset = {
  identifier: string;
  address: string | null;
  /** The link that a secret makes: where the installation is reached is not this function's to know. */
  linkOf: (secret: string) => string;
  now: Date;
  requestId: string;
};

/**
 * Mails a link to set a new password to the owner of a username or email address. It says the same
 * whether or not there is such an account. The mail goes into the outbox of their first location.
 * @throws LimitReached after too many requests for the account or from the address.
 */
export async function requestPasswordReset({ linkOf, ...request }: RequestPasswordReset): Promise<void> {
  const { identifier, address, now, requestId } = request;
  const account = { subject: `reset:${identifier.trim().toLowerCase()}`, most: 3, windowMinutes: 60 };
  const from = address ? [{ subject: `reset-address:${address}`, most: 20, windowMinutes: 60 }] : [];
  await countAttempt([account, ...from], now);
  const user = await findAccount(identifier);
  const membership = user && (await findMembership(user.id));
  const location = membership && (await findLocation(membership.locationId));
  // Who signs in elsewhere has no password here to forget.
  if (!user?.passwordHash || !location) return;
  await mailLink({ actor: { type: "system", name: "Leadwright" }, location, now, requestId }, user, address, linkOf);
}

function mailLink(
  context: Context,
  user: Account,
  address: string | null,
  linkOf: (secret: string) => string,
): Promise<void> {
  const { id: userId, companyId, name, email } = user;
  const secret = randomBytes(32).toString("base64url");
  return together(context, async ({ transaction, now }) => {
    const id = newId();
    const expiresAt = new Date(now.getTime() + resetMinutes * 60_000);
    await transaction
      .insert(passwordResets)
      .values({ id, companyId, userId, secretHash: secretHash(secret), expiresAt, createdAt: now });
    const content = passwordResetMail({ name, link: linkOf(secret) });
    const dedupeKey = `password-reset:${id}`;
    await queueMail(transaction, context, { to: email, toName: name, ...content, confidential: true, dedupeKey });
    await writeAccessEvent(transaction, { type: "password.reset_requested", companyId, userId, address }, now);
  });
}
