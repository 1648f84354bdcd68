import { endpoint } from "@/lib/dialects/native/dialect";
import { TeamAnswer, TeamBody, TeamPath } from "@/lib/dialects/native/members";
import { Done } from "@/lib/dialects/native/session";
import { deleteTeam, renameTeam } from "@/lib/members/save-team";

export const PATCH = endpoint({
  operation: "app-rename-team",
  summary: "Give a team another name",
  permission: "settings.write",
  path: TeamPath,
  body: TeamBody,
  answer: TeamAnswer,
  input: ({ path, body }) => ({ id: path.teamId, ...body }),
  run: renameTeam,
  print: (team) => team,
});

export const DELETE = endpoint({
  operation: "app-delete-team",
  summary: "Remove a team; its people stay",
  permission: "settings.write",
  path: TeamPath,
  answer: Done,
  input: ({ path }) => path.teamId,
  run: deleteTeam,
  print: () => ({ done: true as const }),
});
