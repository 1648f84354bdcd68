import { endpoint } from "@/lib/dialects/native/dialect";
import { MemberPath } from "@/lib/dialects/native/members";
import { Done } from "@/lib/dialects/native/session";
import { resetSecondFactor } from "@/lib/users/end-second-factor";

export const DELETE = endpoint({
  operation: "app-reset-member-second-factor",
  summary: "Take the authenticator app from a member who has lost it",
  permission: "settings.write",
  path: MemberPath,
  answer: Done,
  input: ({ path }) => path.userId,
  run: resetSecondFactor,
  print: () => ({ done: true as const }),
});
