import { endpoint } from "@/lib/dialects/native/dialect";
import { ConfirmedBody, RecoveryCodesAnswer } from "@/lib/dialects/native/profile";
import { requireSession } from "@/lib/dialects/native/session";
import { renewRecoveryCodes } from "@/lib/users/renew-recovery-codes";

export const POST = endpoint({
  operation: "app-renew-recovery-codes",
  summary: "Get new recovery codes in place of those of before",
  permission: "profile",
  body: ConfirmedBody,
  answer: RecoveryCodesAnswer,
  input: ({ body }, context) => ({ ...body, userId: requireSession(context).userId }),
  run: ({ now }, input) => renewRecoveryCodes({ ...input, now }),
  print: (recoveryCodes) => ({ recoveryCodes }),
});
