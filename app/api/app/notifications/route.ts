import { endpoint } from "@/lib/dialects/native/dialect";
import { NotificationsAnswer, NotificationsQuery, printNotifications } from "@/lib/dialects/native/notifications";
import { listNotifications } from "@/lib/notifications/list-notifications";

export const GET = endpoint({
  operation: "app-list-notifications",
  summary: "What the person was told of, the latest first",
  permission: "profile",
  query: NotificationsQuery,
  answer: NotificationsAnswer,
  input: ({ query }) => query,
  run: listNotifications,
  print: printNotifications,
});
