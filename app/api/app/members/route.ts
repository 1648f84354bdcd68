import { endpoint } from "@/lib/dialects/native/dialect";
import { InvitedAnswer, InviteMemberBody, MembersAnswer, printMembers } from "@/lib/dialects/native/members";
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
  input: ({ body }) => body,
  run: inviteMember,
  print: (userId) => ({ userId }),
});
