import { endpoint } from "@/lib/dialects/native/dialect";
import { CodeBody, RecoveryCodesAnswer } from "@/lib/dialects/native/profile";
import { requireSession } from "@/lib/dialects/native/session";
import { confirmSecondFactor } from "@/lib/users/confirm-second-factor";

export const POST = endpoint({
  operation: "app-confirm-second-factor",
  summary: "Turn an authenticator app on with a first code, and get recovery codes",
  permission: "profile",
  body: CodeBody,
  answer: RecoveryCodesAnswer,
  input: ({ body }, context) => ({ ...body, userId: requireSession(context).userId }),
  run: ({ now }, input) => confirmSecondFactor({ ...input, now }),
  print: (recoveryCodes) => ({ recoveryCodes }),
});
