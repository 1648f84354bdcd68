import { endpoint } from "@/lib/dialects/native/dialect";
import { printSessions, requireUser, SessionsAnswer } from "@/lib/dialects/native/session";
import { listSessions } from "@/lib/users/list-sessions";

export const GET = endpoint({
  operation: "app-list-sessions",
  summary: "The browsers that the person is signed in with",
  permission: "profile",
  answer: SessionsAnswer,
  input: (_wire, context) => requireUser(context),
  run: ({ now }, userId) => listSessions(userId, now),
  print: printSessions,
});
