import { endpoint } from "@/lib/dialects/native/dialect";
import { printUnread, UnreadAnswer } from "@/lib/dialects/native/notifications";
import { countUnread } from "@/lib/notifications/count-unread";

export const GET = endpoint({
  operation: "app-count-unread-notifications",
  summary: "How many notifications are unread",
  permission: "profile",
  answer: UnreadAnswer,
  input: () => undefined,
  run: countUnread,
  print: printUnread,
});
