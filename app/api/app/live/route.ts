import { endpoint } from "@/lib/dialects/native/dialect";
import { LiveQuery, printLive } from "@/lib/dialects/native/live";
import { EventStreamAnswer } from "@/lib/http/event-stream";
import { openLive } from "@/lib/live/open-live";

export const GET = endpoint({
  operation: "app-live",
  summary: "What happens in the location, as it happens",
  description:
    "Server-sent events `{type, leadId, contactId, version, actorId}` of what the caller may read. `ready` says that nothing is missed from here on, `reset` that everything has to be read again. Ends with the session.",
  permission: "leads.read",
  query: LiveQuery,
  answer: EventStreamAnswer,
  input: ({ query }) => query,
  run: openLive,
  print: printLive,
});
