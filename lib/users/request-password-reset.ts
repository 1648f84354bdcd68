import type { Context } from "@/lib/access/context";
import { findLocation, findMembership } from "@/lib/access/identity";
import { together } from "@/lib/data/doors";
import { queueMail } from "@/lib/mail/queue-mail";
import { writeAccessEvent } from "./internal/access-event";
import { countAttempt } from "./internal/count-attempt";
import { type Account, findAccount } from "./internal/find-account";
import { resetMinutes } from "./model";
import { makePasswordLink } from "./password-links";
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
  // Who signs in elsewhere has no password here to forget; whose invitation is too old gets in this way.
  if (!location || !(user.passwordHash || user.invitedUntil)) return;
  await mailLink({ actor: { type: "system", name: "Leadwright" }, location, now, requestId }, user, address, linkOf);
}

function mailLink(
  context: Context,
  user: Account,
  address: string | null,
  linkOf: (secret: string) => string,
): Promise<void> {
  const { id: userId, companyId, name, email } = user;
  return together(context, async ({ transaction, now }) => {
    const expiresAt = new Date(now.getTime() + resetMinutes * 60_000);
    const { id, secret } = await makePasswordLink(transaction, { companyId, userId, expiresAt });
    const content = passwordResetMail({ name, link: linkOf(secret) });
    const dedupeKey = `password-reset:${id}`;
    await queueMail(transaction, context, { to: email, toName: name, ...content, confidential: true, dedupeKey });
    await writeAccessEvent(transaction, { type: "password.reset_requested", companyId, userId, address }, now);
  });
}
