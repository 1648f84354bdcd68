import type { Context } from "@/lib/access/context";
import { paths } from "@/lib/client/paths";
import { appLink } from "@/lib/config/app-link";
import { change } from "@/lib/data/doors";
import { queueMail } from "@/lib/mail/queue-mail";
import { makePasswordLink } from "@/lib/users/password-links";
import { type Client, invitationDays } from "./model";
import { welcomeMail } from "./welcome-mail";

const dayMilliseconds = 86_400_000;

/** Mails a client a link to choose the password of their portal login, once. Only the link's hash is kept. */
export function inviteClient(context: Context, client: Client): Promise<void> {
  const { firstName, lastName, email, portalUserId } = client;
  return change(context, async (transaction, inside) => {
    const { secret } = await makePasswordLink(transaction, {
      companyId: context.location.companyId,
      userId: portalUserId,
      expiresAt: new Date(context.now.getTime() + invitationDays * dayMilliseconds),
    });
    const { events } = await queueMail(transaction, inside, {
      to: email,
      toName: `${firstName} ${lastName}`,
      contactId: client.contactId,
      confidential: true,
      dedupeKey: `client-welcome:${client.id}`,
      ...welcomeMail({ firstName, sender: context.location.name, link: appLink(paths.setPassword(secret)) }),
    });
    const [first, ...rest] = events;
    return { result: undefined, ...(first ? { events: [first, ...rest] } : { unchanged: true }) };
  });
}
