import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { Notification } from "@/lib/notifications/list-notifications";
import type { MarkNotifications } from "@/lib/notifications/mark-notifications";
import { notificationKinds, unreadCountedTo } from "@/lib/notifications/model";
import { asOf, id, time } from "./fields";

const Kind = z.enum(notificationKinds);

export const NotificationsQuery = z.object({
  cursor: id.optional().describe("The `next` of the page before."),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  unread: z.stringbool().default(false).describe("Only those that were not read."),
});

export const NotificationsAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      kind: Kind,
      subject: z.enum(["lead", "task", "note"]),
      count: z.int().describe("How many records it is about; with more than one, none of them is named."),
      actorName: z.string().nullable(),
      lead: z.object({ id: z.string(), name: z.string() }).nullable(),
      text: z.string().nullable().describe("The title of the task, or the beginning of the note."),
      hidden: z.boolean().describe("It is about something that is gone, or that the person may not see any more."),
      createdAt: time,
      readAt: time.nullable(),
    }),
  ),
  next: z.string().nullable(),
});

export const UnreadAnswer = z.object({
  unread: z.int().describe(`How many are unread, up to ${unreadCountedTo}.`),
  orMore: z.boolean().describe("Whether there are more than that."),
});

export const MarkBody = z
  .object({
    read: z.boolean().default(true),
    ids: z.array(id).min(1).max(100).optional(),
    upTo: id.optional().describe("All of them up to this one, the newest that the person has seen."),
  })
  .refine(({ ids, upTo }) => (ids === undefined) !== (upTo === undefined), {
    message: "Send either `ids` or `upTo`.",
    path: ["ids"],
  });

const Preference = z.object({ kind: Kind, inApp: z.boolean(), byMail: z.boolean() });
export const PreferenceBody = Preference;
export const PreferencesAnswer = z.object({ preferences: z.array(Preference) });

export type NotificationsAnswer = z.infer<typeof NotificationsAnswer>;
export type UnreadAnswer = z.infer<typeof UnreadAnswer>;
export type MarkBody = z.input<typeof MarkBody>;
export type PreferencesAnswer = z.infer<typeof PreferencesAnswer>;

/** What a body says is to be marked, in the words of the domain. */
export const markInput = ({ read, ids, upTo }: z.output<typeof MarkBody>): MarkNotifications =>
  upTo === undefined ? { read, ids: ids ?? [] } : { read, upTo };

/** Notifications as the wire shows them. */
export const printNotifications = (
  { items, next }: { items: Notification[]; next: string | null },
  context: Context,
): NotificationsAnswer => ({
  ...asOf(context),
  items: items.map(({ id: itemId, kind, subject, count, actorName, lead, text, hidden, createdAt, readAt }) => ({
    id: itemId,
    kind,
    subject,
    count,
    actorName,
    lead,
    text,
    hidden,
    createdAt: createdAt.toISOString(),
    readAt: readAt && readAt.toISOString(),
  })),
  next,
});

/** The number of unread notifications as the wire shows it. */
export const printUnread = (count: number): UnreadAnswer => ({
  unread: Math.min(count, unreadCountedTo),
  orMore: count > unreadCountedTo,
});
