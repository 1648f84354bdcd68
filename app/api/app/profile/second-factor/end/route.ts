import { endpoint } from "@/lib/dialects/native/dialect";
import { ConfirmedBody } from "@/lib/dialects/native/profile";
import { Done, requireSession } from "@/lib/dialects/native/session";
import { endSecondFactor } from "@/lib/users/end-second-factor";

export const POST = endpoint({
  operation: "app-end-second-factor",
  summary: "Turn one's authenticator app off",
  permission: "profile",
  body: ConfirmedBody,
  answer: Done,
  input: ({ body }, context) => ({ ...body, userId: requireSession(context).userId }),
  run: ({ now }, input) => endSecondFactor({ ...input, now }),
  print: () => ({ done: true as const }),
});
