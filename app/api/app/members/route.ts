import { endpoint } from "@/lib/dialects/native/dialect";
import { InvitedAnswer, InviteMemberBody, MembersAnswer, printMembers } from "@/lib/dialects/native/members";
import { requestLinkOrigin } from "@/lib/http/link-origin";
import { inviteMember } from "@/lib/members/invite-member";
import { listMembers } from "@/lib/members/list-members";

export const GET = endpoint({
  operation: "app-list-members",
  summary: "Who works in the location, and its teams",
  permission: "settings.write",
  answer: MembersAnswer,
  input: () => undefined,
  run: listMembers,
  print: printMembers,
});

export const POST = endpoint({
  operation: "app-invite-member",
  summary: "Invite somebody to the location, by mail",
  permission: "settings.write",
  body: InviteMemberBody,
  answer: InvitedAnswer,
  status: 201,
  failures: [503],
  input: ({ body }, _context, request) => ({ ...body, origin: requestLinkOrigin(request) }),
  run: inviteMember,
  print: (userId) => ({ userId }),
});
