import { and, eq, isNull, notExists, or, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { jobWorkers, outboxMail } from "@/db/schema/platform";
import type { Context } from "@/lib/access/context";
import { Precondition } from "@/lib/access/errors";
import { change, together } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { processWide } from "@/lib/kit/process-wide";
import { type MailDriver, MailRefused, type OutgoingMail } from "@/lib/providers/mail/driver";

export type Sending = {
  /** The worker that sends, by its id in `job_workers`. */
  workerId: string;
  /** Whether the mail is given up when this try fails. */
  isLast: boolean;
  /** Null keeps the mail to be read in the app. */
  driver: MailDriver | null;
};

type Row = typeof outboxMail.$inferSelect;

/** Mails of this process that are on their way, or that the server took on but the row does not say so yet. */
const inHand = () => processWide("mail.in-hand", () => new Map<string, "sending" | "taken">());

/**
 * Sends a waiting mail of the outbox; does nothing for any other. A worker claims the mail first, so
 * that one sends it; a claim ends with its worker. One window is left in which a mail goes out twice,
 * both times under the same Message-ID: when the process dies, or the server's answer is lost, after the
 * server took the mail on and before the row says so.
 *
 * @throws Precondition while another try is at it; the driver's error when a later try may succeed.
 */
export async function sendMail(context: Context, id: string, { workerId, isLast, driver }: Sending): Promise<void> {
  const known = inHand().get(id);
  if (known === "sending") throw beingSent();
  if (known === "taken") return markSent(context, id);
  inHand().set(id, "sending");
  try {
    const mail = await claim(context, id, workerId);
    if (!mail) return;
    if (!driver) return await settle(context, id, { status: "kept" });
    try {
      await driver.send(outgoing(mail));
    } catch (error) {
      return await noteFailure(context, mail, error, isLast);
    }
    inHand().set(id, "taken");
    await markSent(context, id);
  } finally {
    if (inHand().get(id) === "sending") inHand().delete(id);
  }
}

const beingSent = () => new Precondition("mail_being_sent", "This mail is being sent.");

const isMail = (context: Context, id: string) =>
  and(eq(outboxMail.locationId, context.location.id), eq(outboxMail.id, id), eq(outboxMail.status, "waiting"));

/** The mail, now this worker's to send; null when it waits no more. @throws Precondition when a living worker has it. */
function claim(context: Context, id: string, workerId: string): Promise<Row | null> {
  return together(context, async ({ transaction }) => {
    const claimant = transaction
      .select({ id: jobWorkers.id })
      .from(jobWorkers)
      .where(eq(jobWorkers.id, outboxMail.claimedBy));
    // Our own claim from a try that broke off is not in hand any more.
    const isFree = or(isNull(outboxMail.claimedBy), eq(outboxMail.claimedBy, workerId), notExists(claimant));
    const [claimed] = await transaction
      .update(outboxMail)
      .set({ claimedBy: workerId, attempts: sql`${outboxMail.attempts} + 1`, updatedAt: context.now })
      .where(and(isMail(context, id), isFree))
      .returning();
    if (claimed) return claimed;
    if ((await transaction.$count(outboxMail, isMail(context, id))) > 0) throw beingSent();
    return null;
  });
}

const outgoing = ({ toAddress, toName, subject, text, html, messageId }: Row): OutgoingMail => ({
  to: { name: toName ?? "", address: toAddress },
  subject,
  text,
  html,
  messageId,
});

/** A failure, such as a database that is away, leaves the mail in hand: the next try only marks it. */
async function markSent(context: Context, id: string): Promise<void> {
  await change(context, async (transaction) => {
    const [sent] = await update(transaction, context, id, {
      status: "sent",
      sentAt: sql`now()`,
      lastError: null,
      text: sql`case when ${outboxMail.confidential} then '' else ${outboxMail.text} end`,
      html: sql`case when ${outboxMail.confidential} then '' else ${outboxMail.html} end`,
    });
    const subject = { type: "mail", id };
    return {
      result: undefined,
      ...(sent ? { events: [{ type: "mail.sent", subject, contactId: sent.contactId }] } : { unchanged: true }),
    };
  });
  inHand().delete(id);
}

/** A mail that nobody will ever take fails for good; any other waits for its next try. @throws `error` for that one. */
async function noteFailure(context: Context, { id, contactId }: Row, error: unknown, isLast: boolean): Promise<void> {
  // What a server says may be anything, also what a text column can not hold.
  const said = error instanceof Error ? error.message : String(error);
  const lastError = said.replaceAll("\0", "").toWellFormed().slice(0, 1000);
  if (!isLast && !(error instanceof MailRefused)) {
    await settle(context, id, { lastError });
    throw error;
  }
  await change(context, async (transaction) => {
    await update(transaction, context, id, { status: "failed", lastError });
    return {
      result: undefined,
      events: [{ type: "mail.failed", subject: { type: "mail", id }, contactId, after: { reason: lastError } }],
    };
  });
}

async function settle(context: Context, id: string, columns: PgUpdateSetSource<typeof outboxMail>): Promise<void> {
  await together(context, ({ transaction }) => update(transaction, context, id, columns));
}

/** Writes how a try went, and lets go of the mail. */
function update(transaction: Transaction, context: Context, id: string, columns: PgUpdateSetSource<typeof outboxMail>) {
  return transaction
    .update(outboxMail)
    .set({ ...columns, claimedBy: null, updatedAt: sql`now()` })
    .where(isMail(context, id))
    .returning({ contactId: outboxMail.contactId });
}
