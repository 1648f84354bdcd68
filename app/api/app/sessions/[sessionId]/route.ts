import { endpoint } from "@/lib/dialects/native/dialect";
import { Done, requireUser, SessionPath } from "@/lib/dialects/native/session";
import { endSession } from "@/lib/users/end-session";

export const DELETE = endpoint({
  operation: "app-end-session",
  summary: "Sign a browser out",
  permission: "profile",
  path: SessionPath,
  answer: Done,
  input: ({ path }, context) => ({ ...path, userId: requireUser(context), now: context.now }),
  run: (_context, input) => endSession(input),
  print: () => ({ done: true as const }),
});
