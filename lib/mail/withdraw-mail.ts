import { and, eq } from "drizzle-orm";
import { outboxMail } from "@/db/schema/platform";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";

/** A mail after it was tried to withdraw it. */
export type Withdrawal = {
  /** To whom and about what it went out, or is on its way by now; null for one that does not go out any more. */
  sent: { to: string; subject: string } | null;
  /** For the caller to write: one `mail.withdrawn`, or none when nothing was changed. */
  events: NewEvent[];
};

/**
 * Keeps a mail of the outbox from going out, in the transaction of what is undone; a secret in it is
 * forgotten. One that a worker has in hand, or that was sent, is left as it is.
 */
export async function withdrawMail(transaction: Transaction, context: Context, id: string): Promise<Withdrawal> {
  const isMail = and(eq(outboxMail.locationId, context.location.id), eq(outboxMail.id, id));
  const [mail] = await transaction.select().from(outboxMail).where(isMail).for("update");
  if (!mail || mail.status === "withdrawn" || mail.status === "failed") return { sent: null, events: [] };
  const { toAddress: to, subject, contactId } = mail;
  const isBeingSent = mail.status === "waiting" && mail.claimedBy !== null;
  if (mail.status === "sent" || isBeingSent) return { sent: { to, subject }, events: [] };
  await transaction
    .update(outboxMail)
    .set({ status: "withdrawn", updatedAt: context.now, ...(mail.confidential && { text: "", html: "" }) })
    .where(isMail);
  return {
    sent: null,
    events: [{ type: "mail.withdrawn", subject: { type: "mail", id }, contactId, after: { to, subject } }],
  };
}
