import { and, eq } from "drizzle-orm";
import { outboxMail } from "@/db/schema/platform";
import type { Context } from "@/lib/access/context";
import { environment } from "@/lib/config/environment";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { queueJob } from "@/lib/jobs/queue-job";
import { newId } from "@/lib/kit/id";

/** A mail to send. `text` and `html` say the same (lib/mail/layout.ts makes both). */
export type NewMail = {
  to: string;
  toName?: string | null;
  subject: string;
  text: string;
  html: string;
  /** It holds a secret, such as a link that signs in: only administrators read it in the outbox, and it is emptied once sent. */
  confidential?: boolean;
  /** The contact it is written to, whose timeline shows it. */
  contactId?: string | null;
  /** What it tells about, such as `welcome:<client id>`: within a location, equal keys are sent once. */
  dedupeKey: string;
};

/**
 * Puts a mail into the outbox, in the transaction of what it tells about, with the job that sends it.
 * Answers its id and the events for the caller to write: one `mail.queued`, or none when a mail of the
 * same `dedupeKey` is there already (its id is answered, nothing is changed).
 */
export async function queueMail(
  transaction: Transaction,
  context: Context,
  mail: NewMail,
): Promise<{ id: string; events: NewEvent[] }> {
  const locationId = context.location.id;
  const id = newId();
  const { to, toName, subject, text, html, confidential, contactId, dedupeKey } = mail;
  const [queued] = await transaction
    .insert(outboxMail)
    .values({
      locationId,
      id,
      toAddress: to,
      toName,
      subject,
      text,
      html,
      confidential,
      contactId,
      dedupeKey,
      messageId: messageIdOf(id),
    })
    .onConflictDoNothing({ target: [outboxMail.locationId, outboxMail.dedupeKey] })
    .returning({ id: outboxMail.id });
  if (!queued) return { id: await findQueued(transaction, locationId, dedupeKey), events: [] };
  await queueJob(transaction, "send_mail", { locationId, mailId: id }, { key: id });
  return { id, events: [{ type: "mail.queued", subject: { type: "mail", id }, contactId, after: { to, subject } }] };
}

async function findQueued(transaction: Transaction, locationId: string, dedupeKey: string): Promise<string> {
  const [known] = await transaction
    .select({ id: outboxMail.id })
    .from(outboxMail)
    .where(and(eq(outboxMail.locationId, locationId), eq(outboxMail.dedupeKey, dedupeKey)));
  if (!known) throw new Error("A mail that stood in the way of another is not there.");
  return known.id;
}

/** The Message-ID of a mail: the same at every attempt, so that who gets it twice can tell. */
function messageIdOf(id: string): string {
  const domain = /@([^\s<>@]+)>?\s*$/.exec(environment.MAIL_FROM)?.[1] ?? "localhost";
  return `<${id}@${domain}>`;
}
