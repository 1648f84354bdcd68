import { and, desc, eq, lt } from "drizzle-orm";
import { outboxMail } from "@/db/schema/platform";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { shown, shownColumns } from "./internal/shown";

/** A mail of the outbox, as people read it. */
export type OutboxMail = {
  id: string;
  toAddress: string;
  toName: string | null;
  subject: string;
  text: string;
  /** `kept`: no mail server is set up, so it is here to be read. */
  status: (typeof outboxMail.status.enumValues)[number];
  /** How often it was tried to send it. */
  attempts: number;
  /** Why the last try failed. */
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
};

/** A page of the location's outgoing mail, newest first, by key. */
export function listOutbox(
  context: Context,
  { after, status, limit }: { after?: string; status?: OutboxMail["status"]; limit: number },
): Promise<{ mails: OutboxMail[]; next: string | null }> {
  return read(context, async (transaction) => {
    const rows = await transaction
      .select(shownColumns)
      .from(outboxMail)
      .where(
        and(
          eq(outboxMail.locationId, context.location.id),
          status && eq(outboxMail.status, status),
          after === undefined ? undefined : lt(outboxMail.id, after),
        ),
      )
      .orderBy(desc(outboxMail.id))
      .limit(limit + 1);
    const mails = rows.slice(0, limit).map((row) => shown(context, row));
    return { mails, next: rows.length > limit ? (mails.at(-1)?.id ?? null) : null };
  });
}
