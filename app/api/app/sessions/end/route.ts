import { endpoint } from "@/lib/dialects/native/dialect";
import { EndSessionsAnswer, EndSessionsBody, requireSession } from "@/lib/dialects/native/session";
import { endAllSessions } from "@/lib/users/end-session";

export const POST = endpoint({
  operation: "app-end-all-sessions",
  summary: "Sign out everywhere",
  permission: "profile",
  body: EndSessionsBody,
  answer: EndSessionsAnswer,
  failures: [412],
  input: ({ body }, context) => ({ ...body, ...requireSession(context), now: context.now }),
  run: (_context, input) => endAllSessions(input),
  print: (ended) => ({ ended }),
});
