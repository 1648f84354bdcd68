import { endpoint } from "@/lib/dialects/native/dialect";
import { MemberPath } from "@/lib/dialects/native/members";
import { Done } from "@/lib/dialects/native/session";
import { requestLinkOrigin } from "@/lib/http/link-origin";
import { resendInvitation } from "@/lib/members/resend-invitation";
import { revokeInvitation } from "@/lib/members/revoke-invitation";

export const POST = endpoint({
  operation: "app-resend-invitation",
  summary: "Mail another link to somebody who has not come in yet",
  permission: "settings.write",
  path: MemberPath,
  answer: Done,
  failures: [503],
  input: ({ path }, _context, request) => ({ userId: path.userId, origin: requestLinkOrigin(request) }),
  run: resendInvitation,
  print: () => ({ done: true as const }),
});

export const DELETE = endpoint({
  operation: "app-revoke-invitation",
  summary: "Take back an invitation that was not accepted",
  permission: "settings.write",
  path: MemberPath,
  answer: Done,
  input: ({ path }) => path.userId,
  run: revokeInvitation,
  print: () => ({ done: true as const }),
});
