import { endpoint } from "@/lib/dialects/native/dialect";
import { Done, requireSession, SwitchLocationBody } from "@/lib/dialects/native/session";
import { switchLocation } from "@/lib/users/switch-location";

export const PUT = endpoint({
  operation: "app-switch-location",
  summary: "Go on in another location",
  permission: "profile",
  body: SwitchLocationBody,
  answer: Done,
  failures: [404, 412],
  input: ({ body }, context) => ({ ...requireSession(context), ...body, now: context.now }),
  run: (_context, input) => switchLocation(input),
  print: () => ({ done: true as const }),
});
