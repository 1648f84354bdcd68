import { inLanguage } from "@/lib/kit/language";

/** The words of notifications. What each one says is in lib/notifications/model.ts, which mail says too. */
export const messages = inLanguage("notifications", {
  title: "Notifications",
  unread: (count: number, orMore: boolean) =>
    count === 0 ? "Notifications, none unread" : `Notifications, ${count}${orMore ? " or more" : ""} unread`,
  many: (count: number, orMore: boolean) => (orMore ? `${count}+` : String(count)),
  readAll: "Mark all as read",
  markRead: "Mark as read",
  markUnread: "Mark as unread",
  isUnread: "Unread:",
  empty: "Nothing yet",
  emptyHint: "You are told here when a lead or a task is given to you, when a note names you, and when a task is due.",
  failed: "Your notifications could not be loaded",
  markFailed: "Could not mark the notification",
  more: "Show more",
  end: "Kept for 90 days.",
  preferences: "Choose what you are told of",
});
