import { and, asc, eq, inArray } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { notifications } from "@/db/schema/notifications";
import type { Context } from "@/lib/access/context";
import { findMember } from "@/lib/access/identity";
import { appLink } from "@/lib/config/app-link";
import { change } from "@/lib/data/doors";
import { layoutMail } from "@/lib/mail/layout";
import { queueMail } from "@/lib/mail/queue-mail";
import { describe } from "./internal/describe";
import { type NotificationFacts, sayNotification } from "./model";

/** More than so many are told of by their number. */
const mostInMail = 50;

/**
 * Puts what somebody wants to be told by mail, and has not read in the app meanwhile, into the outbox:
 * one mail for all of it. Of what they may not see any more it says nothing.
 */
export async function mailNotifications(context: Context, userId: string): Promise<void> {
  const reader = await findMember(userId, context.location.id);
  await change(context, async (transaction) => {
    const waiting = await transaction
      .select()
      .from(notifications)
      .where(
        and(
          eq(notifications.locationId, context.location.id),
          eq(notifications.userId, userId),
          eq(notifications.mail, "waiting"),
        ),
      )
      .orderBy(asc(notifications.id))
      .for("update");
    if (waiting.length === 0) return { result: undefined, unchanged: true };
    const ids = waiting.map(({ id }) => id);
    const mark = (columns: { mail: "done"; mailId?: string }) =>
      transaction
        .update(notifications)
        .set({ ...columns, updatedAt: context.now })
        .where(and(eq(notifications.locationId, context.location.id), inArray(notifications.id, ids)));
    await mark({ mail: "done" });
    const unread = waiting.filter(({ readAt, count }) => readAt === null && count > 0);
    const told = reader && (await describe(transaction, { ...context, actor: reader }, unread));
    const sayable = (told ?? []).filter(({ hidden }) => !hidden);
    const [person] = await transaction
      .select({ name: users.name, email: users.email })
      .from(users)
      .where(eq(users.id, userId));
    if (sayable.length === 0 || !person) return { result: undefined, unchanged: true };
    const { id: mailId, events } = await queueMail(transaction, context, {
      to: person.email,
      toName: person.name,
      ...mailOf(sayable, person.name, context.location.name),
      dedupeKey: `notifications:${userId}:${context.now.toISOString()}`,
    });
    await mark({ mail: "done", mailId });
    const [first, ...others] = events;
    return first ? { result: undefined, events: [first, ...others] } : { result: undefined, unchanged: true };
  });
}

function mailOf(told: NotificationFacts[], name: string, sender: string) {
  const [only] = told;
  const isOne = told.length === 1 && only;
  const said = told.slice(0, mostInMail).map((each) => `${sayNotification(each)}.${quoteOf(each)}`);
  if (told.length > mostInMail) said.push(`And ${told.length - mostInMail} more.`);
  const lead = isOne ? only.lead : null;
  return {
    subject: isOne ? sayNotification(only) : `${told.length} notifications from ${sender}`,
    ...layoutMail({
      greeting: `Hello ${name},`,
      paragraphs: said,
      action: lead
        ? { label: "Open the lead", url: appLink(`/leads/${lead.id}`) }
        : { label: "Open Leadwright", url: appLink("/") },
      sender,
      footer: "You asked for these mails in Settings, Profile. Turn them off there.",
    }),
  };
}

const quoteOf = ({ subject, text }: NotificationFacts): string => (subject === "note" && text ? `\n\n${text}` : "");
