import { noticeMessages as messages } from "./messages";

/** What somebody can be told of. */
export const notificationKinds = ["assigned", "mentioned", "task_due"] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** How somebody wants to be told of something. */
export type NotificationPreference = { kind: NotificationKind; inApp: boolean; byMail: boolean };

/** How people are told who did not say otherwise. */
export const usualPreference = { inApp: true, byMail: false } as const;

/** What a notification says, as far as its reader may know it now. */
export type NotificationFacts = {
  kind: NotificationKind;
  subject: "lead" | "task" | "note";
  /** How many records it is about; with more than one, none of them is named. */
  count: number;
  /** Who did it; null where nobody did, or where the reader may not know. */
  actorName: string | null;
  lead: { id: string; name: string } | null;
  /** The title of the task, or the beginning of the note. */
  text: string | null;
  /** It is about something that the reader may not see any more, or that is gone. */
  hidden: boolean;
};

/** More unread notifications than so many are not counted one by one. */
export const unreadCountedTo = 99;

/** What a notification says, as a sentence without its full stop: `Ada assigned “Barn roof” to you`. */
export function sayNotification({ kind, subject, count, actorName, lead, text, hidden }: NotificationFacts): string {
  if (hidden) return messages.hidden;
  const who = actorName ?? "Leadwright";
  // Of many that were withdrawn one may be left, and nobody knows which.
  if (count > 1 || (lead === null && text === null)) {
    const many = messages.counted[subject](count);
    if (kind === "task_due") return messages.manyDue(many, count);
    return kind === "assigned" ? messages.assignedMany(who, many) : messages.mentionedInMany(who, many);
  }
  if (kind === "task_due") return messages.due(text ?? "");
  if (kind === "mentioned") return lead ? messages.mentionedOn(who, lead.name) : messages.mentioned(who);
  return subject === "task" ? messages.gaveTask(who, text ?? "") : messages.assigned(who, lead?.name ?? "");
}
