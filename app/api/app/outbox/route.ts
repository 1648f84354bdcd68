import { endpoint } from "@/lib/dialects/native/dialect";
import { OutboxAnswer, OutboxQuery, printOutbox } from "@/lib/dialects/native/settings";
import { listOutbox } from "@/lib/mail/list-outbox";

export const GET = endpoint({
  operation: "app-list-outbox",
  summary: "Mail that was sent, waits, or is kept because no mail server is set up",
  permission: "settings.write",
  query: OutboxQuery,
  answer: OutboxAnswer,
  input: ({ query }) => query,
  run: listOutbox,
  print: printOutbox,
});
