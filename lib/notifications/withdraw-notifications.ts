import { and, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { notifications } from "@/db/schema/notifications";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import type { EventType, NewEvent } from "@/lib/events/catalogue";
import { type Notice, noticesOf, type NoticedEvent } from "@/lib/events/notices";
import { queueJob } from "@/lib/jobs/queue-job";
import { withdrawMail } from "@/lib/mail/withdraw-mail";

/** An event that is taken back: when it happened, by whom, and as part of what. */
export type UndoneEvent = NoticedEvent & { occurredAt: Date; actorId: string | null; partOfId: string | null };

/**
 * Takes back what people were told of events that are undone: of one thing it goes, of many it counts
 * one less. A mail that says it and waits in the outbox is withdrawn, and what else was in it is mailed
 * anew. Answers the events for the caller to write.
 */
export async function withdrawNotifications(
  transaction: Transaction,
  context: Context,
  undone: readonly UndoneEvent[],
): Promise<NewEvent[]> {
  const withdrawn: { id: string; mailId: string | null; userId: string }[] = [];
  for (const told of toldTogether(undone))
    for (const notice of noticesOf(told, told[0].actorId))
      withdrawn.push(...(await countDown(transaction, context, notice, told[0])));
  const written: NewEvent[] = [];
  for (const { mailId, userId } of withdrawn)
    if (mailId) written.push(...(await withdrawMailOf(transaction, context, mailId, userId)));
  return written;
}

type Told = [UndoneEvent, ...UndoneEvent[]];

/** Events that people were told of as one: those of a larger change, and those of one moment. */
function toldTogether(undone: readonly UndoneEvent[]): Told[] {
  const groups = new Map<string, Told>();
  for (const event of undone) {
    const key = event.partOfId ?? `${event.actorId ?? ""} ${event.occurredAt.getTime()}`;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups.values()];
}

const rowsOf = ({ location }: Context, { userId, kind, subjectType }: Notice) =>
  and(
    eq(notifications.locationId, location.id),
    eq(notifications.userId, userId),
    eq(notifications.kind, kind),
    eq(notifications.subjectType, subjectType),
  );

/** Counts a notice out of the row that tells it. Answers the row if it is there. */
function countDown(transaction: Transaction, context: Context, notice: Notice, { partOfId, occurredAt }: UndoneEvent) {
  const { subjectId } = notifications;
  const isAboutIt = or(isNull(subjectId), notice.subjectId === null ? undefined : eq(subjectId, notice.subjectId));
  const isTelling = partOfId ? eq(notifications.gatheredAs, partOfId) : eq(notifications.createdAt, occurredAt);
  return transaction
    .update(notifications)
    .set({ count: sql`greatest(${notifications.count} - ${notice.count}, 0)`, updatedAt: context.now })
    .where(and(rowsOf(context, notice), isTelling, isAboutIt, gt(notifications.count, 0)))
    .returning({ id: notifications.id, mailId: notifications.mailId, userId: notifications.userId });
}

/** Withdraws a mail that was not sent yet, and has the notifications in it that still stand mailed again. */
async function withdrawMailOf(
  transaction: Transaction,
  context: Context,
  mailId: string,
  userId: string,
): Promise<NewEvent[]> {
  const { events } = await withdrawMail(transaction, context, mailId);
  if (events.length === 0) return [];
  await transaction
    .update(notifications)
    .set({ mail: "waiting", mailId: null, updatedAt: context.now })
    .where(and(eq(notifications.locationId, context.location.id), eq(notifications.mailId, mailId)));
  await queueJob(transaction, "mail_notifications", { locationId: context.location.id, userId }, { key: userId });
  return events;
}

/** Tells people again what was withdrawn, now that an undoing is undone. `told` is what happens by that. */
export async function tellAgain(transaction: Transaction, context: Context, told: readonly NewEvent[]): Promise<void> {
  const again = (rows: SQL | undefined) =>
    transaction
      .update(notifications)
      .set({ count: 1, updatedAt: context.now })
      .where(and(eq(notifications.locationId, context.location.id), rows, eq(notifications.count, 0)));
  const about = (some: readonly NewEvent[]) =>
    inArray(
      notifications.subjectId,
      some.map(({ subject }) => subject.id),
    );
  const notes = told.filter(({ type }) => type === "note.restored");
  if (notes.length > 0) await again(and(eq(notifications.subjectType, "note"), about(notes)));
  const notices = told.flatMap((event) => noticesOf([asMade(event)], null).map((notice) => ({ event, notice })));
  const ofOneKind = Map.groupBy(notices, ({ notice }) => `${notice.userId} ${notice.kind} ${notice.subjectType}`);
  for (const [first, ...others] of ofOneKind.values())
    if (first) await again(and(rowsOf(context, first.notice), about([first, ...others].map(({ event }) => event))));
}

/** What is restored concerns whom it concerned when it was made. */
const asMade = (event: NewEvent): NewEvent => ({ ...event, type: madeAs[event.type] ?? event.type });
const madeAs: Partial<Record<EventType, EventType>> = {
  "lead.restored": "lead.created",
  "task.restored": "task.created",
};
