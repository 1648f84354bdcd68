import { endpoint } from "@/lib/dialects/native/dialect";
import { MarkBody, markInput } from "@/lib/dialects/native/notifications";
import { Done } from "@/lib/dialects/native/session";
import { markNotifications } from "@/lib/notifications/mark-notifications";

export const PUT = endpoint({
  operation: "app-mark-notifications",
  summary: "Mark notifications as read or unread",
  permission: "profile",
  body: MarkBody,
  answer: Done,
  input: ({ body }) => markInput(body),
  run: markNotifications,
  print: () => ({ done: true as const }),
});
