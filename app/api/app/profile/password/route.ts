import { endpoint } from "@/lib/dialects/native/dialect";
import { ChangePasswordBody } from "@/lib/dialects/native/profile";
import { Done, requireSession } from "@/lib/dialects/native/session";
import { changePassword } from "@/lib/users/change-password";

export const PUT = endpoint({
  operation: "app-change-password",
  summary: "Change one's password, and sign out every other browser",
  permission: "profile",
  body: ChangePasswordBody,
  answer: Done,
  input: ({ body }, context) => ({ ...body, ...requireSession(context) }),
  run: ({ now }, input) => changePassword({ ...input, now }),
  print: () => ({ done: true as const }),
});
