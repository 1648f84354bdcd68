import { LocationQuery, printUsers, UsersAnswer } from "@/lib/dialects/highlevel/lists";
import { operation } from "@/lib/dialects/highlevel/operation";
import { listTeam } from "@/lib/users/list-team";

export const GET = operation("users-get-user-by-location", {
  query: LocationQuery,
  answer: UsersAnswer,
  input: () => undefined,
  run: listTeam,
  print: printUsers,
});
