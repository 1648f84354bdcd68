import { endpoint } from "@/lib/dialects/native/dialect";
import { MembersAnswer, printMembers } from "@/lib/dialects/native/members";
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
