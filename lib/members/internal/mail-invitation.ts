import { eq } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import type { Context } from "@/lib/access/context";
import { paths } from "@/lib/client/paths";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import { queueMail } from "@/lib/mail/queue-mail";
import { invitationDays } from "@/lib/members/model";
import { makePasswordLink, voidPasswordLinks } from "@/lib/users/password-links";
import { additionMail, invitationMail } from "./invitation-mails";

type Person = { id: string; name: string; email: string };

const dayMilliseconds = 86_400_000;

/**
 * Mails somebody who has not come in yet a link to choose their password; earlier links are void.
 * Answers the events for the caller to write.
 */
export async function mailInvitation(
  transaction: Transaction,
  context: Context,
  person: Person,
  origin: string,
): Promise<NewEvent[]> {
  const { location, now } = context;
  const { id: userId, name, email } = person;
  const expiresAt = new Date(now.getTime() + invitationDays * dayMilliseconds);
  await transaction.update(users).set({ invitedUntil: expiresAt, updatedAt: now }).where(eq(users.id, userId));
  await voidPasswordLinks(transaction, userId, now);
  const { id, secret } = await makePasswordLink(transaction, { companyId: location.companyId, userId, expiresAt });
  const { events } = await queueMail(transaction, context, {
    to: email,
    toName: name,
    confidential: true,
    dedupeKey: `invitation:${id}`,
    ...invitationMail({ ...namesOf(context), name, link: origin + paths.acceptInvitation(secret) }),
  });
  return events;
}

/** Tells somebody who has an account that they work here as well now. Answers the events for the caller to write. */
export async function mailAddition(
  transaction: Transaction,
  context: Context,
  person: Person,
  origin: string,
): Promise<NewEvent[]> {
  const { events } = await queueMail(transaction, context, {
    to: person.email,
    toName: person.name,
    dedupeKey: `addition:${newId()}`,
    ...additionMail({ ...namesOf(context), name: person.name, link: origin + paths.signIn() }),
  });
  return events;
}

const namesOf = ({ actor, location }: Context) => ({ inviter: actor.name, place: location.name });
