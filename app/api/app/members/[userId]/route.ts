import { endpoint } from "@/lib/dialects/native/dialect";
import { MemberPath, UpdateMemberBody } from "@/lib/dialects/native/members";
import { Done } from "@/lib/dialects/native/session";
import { updateMember } from "@/lib/members/update-member";

export const PATCH = endpoint({
  operation: "app-update-member",
  summary: "Change what a member may do and see",
  permission: "settings.write",
  path: MemberPath,
  body: UpdateMemberBody,
  answer: Done,
  input: ({ path, body }) => ({ userId: path.userId, changes: body }),
  run: (context, { userId, changes }) => updateMember(context, userId, changes),
  print: () => ({ done: true as const }),
});
