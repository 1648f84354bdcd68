import { endpoint } from "@/lib/dialects/native/dialect";
import { TeamAnswer, TeamBody } from "@/lib/dialects/native/members";
import { createTeam } from "@/lib/members/save-team";

export const POST = endpoint({
  operation: "app-create-team",
  summary: "Make a team",
  permission: "settings.write",
  body: TeamBody,
  answer: TeamAnswer,
  status: 201,
  input: ({ body }) => body,
  run: createTeam,
  print: (team) => team,
});
