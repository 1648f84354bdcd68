import { endpoint } from "@/lib/dialects/native/dialect";
import {
  ConfirmedBody,
  NewSecondFactorAnswer,
  printSecondFactor,
  SecondFactorAnswer,
} from "@/lib/dialects/native/profile";
import { requireSession } from "@/lib/dialects/native/session";
import { beginSecondFactor } from "@/lib/users/begin-second-factor";
import { secondFactorStatus } from "@/lib/users/second-factor-status";

export const GET = endpoint({
  operation: "app-get-second-factor",
  summary: "Whether a code of an authenticator app is asked for at sign-in",
  permission: "profile",
  answer: SecondFactorAnswer,
  input: (_wire, context) => requireSession(context).userId,
  run: (_context, userId) => secondFactorStatus(userId),
  print: printSecondFactor,
});

export const POST = endpoint({
  operation: "app-begin-second-factor",
  summary: "Begin to set up an authenticator app",
  permission: "profile",
  body: ConfirmedBody,
  answer: NewSecondFactorAnswer,
  status: 201,
  input: ({ body }, context) => ({ ...body, userId: requireSession(context).userId }),
  run: ({ now }, input) => beginSecondFactor({ ...input, now }),
  print: (begun) => begun,
});
