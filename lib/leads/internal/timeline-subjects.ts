import { and, eq, inArray, isNull } from "drizzle-orm";
import { attachments, calls, notes, tasks } from "@/db/schema/activity";
import { appointments } from "@/db/schema/calendars";
import { users } from "@/db/schema/companies";
import { outboxMail } from "@/db/schema/platform";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { findNames } from "@/lib/users/find-names";

/** A note as a timeline shows it. */
export type TimelineNote = {
  id: string;
  /** A heading and a colour, where a program gave some. */
  title: string | null;
  color: string | null;
  body: string;
  authorName: string;
  createdById: string | null;
  createdAt: Date;
  updatedAt: Date;
  pinnedAt: Date | null;
  mentions: { id: string; name: string }[];
};

/** Living notes that a condition picks, with whom they mention. */
export async function readNotes(
  transaction: ReadTransaction,
  context: Context,
  condition: Parameters<typeof and>[0],
): Promise<TimelineNote[]> {
  const rows = await transaction
    .select({
      id: notes.id,
      title: notes.title,
      color: notes.color,
      body: notes.body,
      keyName: notes.authorName,
      userName: users.name,
      createdById: notes.createdById,
      createdAt: notes.createdAt,
      updatedAt: notes.updatedAt,
      pinnedAt: notes.pinnedAt,
      mentionedIds: notes.mentionedIds,
    })
    .from(notes)
    .leftJoin(users, eq(users.id, notes.createdById))
    .where(and(eq(notes.locationId, context.location.id), isNull(notes.deletedAt), condition))
    .limit(200);
  const names = await findNames(
    transaction,
    rows.flatMap(({ mentionedIds }) => mentionedIds),
  );
  return rows.map(({ keyName, userName, mentionedIds, ...note }) => ({
    ...note,
    authorName: userName ?? keyName ?? "",
    mentions: mentionedIds.map((id) => ({ id, name: names.get(id) ?? "" })),
  }));
}

/** The records that events are about, as they are now; deleted ones are not there. By their ids. */
export async function readSubjects(transaction: ReadTransaction, context: Context, ids: Record<string, string[]>) {
  const locationId = context.location.id;
  const asked = (type: string) => ids[type] ?? [];
  const [noted, called, due, booked, files, mails] = await Promise.all([
    asked("note").length > 0 ? readNotes(transaction, context, inArray(notes.id, asked("note"))) : [],
    asked("call").length > 0
      ? transaction
          .select({
            id: calls.id,
            direction: calls.direction,
            outcome: calls.outcome,
            calledAt: calls.calledAt,
            durationSeconds: calls.durationSeconds,
            body: calls.body,
            createdById: calls.createdById,
          })
          .from(calls)
          .where(and(eq(calls.locationId, locationId), isNull(calls.deletedAt), inArray(calls.id, asked("call"))))
      : [],
    asked("task").length > 0
      ? transaction
          .select({
            id: tasks.id,
            title: tasks.title,
            dueAt: tasks.dueAt,
            completedAt: tasks.completedAt,
            assignedToName: users.name,
          })
          .from(tasks)
          .leftJoin(users, eq(users.id, tasks.assignedToId))
          .where(and(eq(tasks.locationId, locationId), isNull(tasks.deletedAt), inArray(tasks.id, asked("task"))))
      : [],
    asked("appointment").length > 0
      ? transaction
          .select({
            id: appointments.id,
            startsAt: appointments.startsAt,
            endsAt: appointments.endsAt,
            status: appointments.status,
            note: appointments.note,
          })
          .from(appointments)
          .where(
            and(
              eq(appointments.locationId, locationId),
              isNull(appointments.deletedAt),
              inArray(appointments.id, asked("appointment")),
            ),
          )
      : [],
    asked("attachment").length > 0
      ? transaction
          .select({ id: attachments.id, fileName: attachments.fileName, opportunityId: attachments.opportunityId })
          .from(attachments)
          .where(
            and(
              eq(attachments.locationId, locationId),
              isNull(attachments.deletedAt),
              inArray(attachments.id, asked("attachment")),
            ),
          )
      : [],
    asked("mail").length > 0
      ? transaction
          .select({
            id: outboxMail.id,
            subject: outboxMail.subject,
            to: outboxMail.toAddress,
            status: outboxMail.status,
          })
          .from(outboxMail)
          .where(and(eq(outboxMail.locationId, locationId), inArray(outboxMail.id, asked("mail"))))
      : [],
  ]);
  return {
    notes: byId(noted),
    calls: byId(called),
    tasks: byId(due),
    appointments: byId(booked),
    files: byId(files),
    mails: byId(mails),
  };
}

const byId = <Row extends { id: string }>(rows: Row[]): Map<string, Row> => new Map(rows.map((row) => [row.id, row]));
