import { outboxMail } from "@/db/schema/platform";
import { type Context, isAdministrator } from "@/lib/access/context";

/** What people see of a mail of the outbox, and what decides whether they see its body. */
export const shownColumns = {
  id: outboxMail.id,
  toAddress: outboxMail.toAddress,
  toName: outboxMail.toName,
  subject: outboxMail.subject,
  text: outboxMail.text,
  status: outboxMail.status,
  attempts: outboxMail.attempts,
  lastError: outboxMail.lastError,
  createdAt: outboxMail.createdAt,
  sentAt: outboxMail.sentAt,
  confidential: outboxMail.confidential,
};

const hidden = "What this mail says is not shown: it holds a link that is for its reader alone.";

/**
 * A mail as the caller may see it. A secret is shown to administrators, and only while no mail server
 * is set up and nobody else can get it to its reader.
 */
export function shown<Row extends { confidential: boolean; status: string; text: string }>(
  context: Context,
  { confidential, ...mail }: Row,
): Omit<Row, "confidential"> {
  return confidential && !(mail.status === "kept" && isAdministrator(context)) ? { ...mail, text: hidden } : mail;
}
