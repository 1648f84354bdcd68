import { and, desc, eq, lt } from "drizzle-orm";
import { outboxMail } from "@/db/schema/platform";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";

/** A mail of the outbox, as people read it. */
export type OutboxMail = {
  id: string;
  toAddress: string;
  toName: string | null;
  subject: string;
  text: string;
  /** `kept`: no mail server is set up, so it is here to be read. */
  status: (typeof outboxMail.status.enumValues)[number];
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
};

const secretPart = /(\?token=)[\w-]+/g;

/** A page of the location's outgoing mail, newest first, by key. Links that went out are not shown again. */
export function listOutbox(
  context: Context,
  { after, limit }: { after?: string; limit: number },
): Promise<{ mails: OutboxMail[]; next: string | null }> {
  return read(context, async (transaction) => {
    const rows = await transaction
      .select({
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
      })
      .from(outboxMail)
      .where(
        and(eq(outboxMail.locationId, context.location.id), after === undefined ? undefined : lt(outboxMail.id, after)),
      )
      .orderBy(desc(outboxMail.id))
      .limit(limit + 1);
    const mails = rows
      .slice(0, limit)
      .map((mail) => (mail.status === "kept" ? mail : { ...mail, text: mail.text.replace(secretPart, "$1…") }));
    return { mails, next: rows.length > limit ? (mails.at(-1)?.id ?? null) : null };
  });
}
