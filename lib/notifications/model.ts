import { sayNumber } from "@/lib/kit/number";

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
  if (hidden) return "Something that is gone, or that you may not see any more";
  const who = actorName ?? "Leadwright";
  // Of many that were withdrawn one may be left, and nobody knows which.
  if (count > 1 || (lead === null && text === null)) {
    const many = `${sayNumber(count)} ${subject}${count === 1 ? "" : "s"}`;
    if (kind === "task_due") return `${many} ${count === 1 ? "is" : "are"} due`;
    return kind === "assigned" ? `${who} assigned ${many} to you` : `${who} mentioned you in ${many}`;
  }
  if (kind === "task_due") return `Task due: ${text ?? ""}`;
  if (kind === "mentioned") return lead ? `${who} mentioned you on “${lead.name}”` : `${who} mentioned you in a note`;
  return subject === "task" ? `${who} gave you a task: ${text ?? ""}` : `${who} assigned “${lead?.name ?? ""}” to you`;
}
