import {
  LostReasonsAnswer,
  lostReasonsOf,
  LostReasonsQuery,
  printLostReasons,
} from "@/lib/dialects/highlevel/lost-reason";
import { operation } from "@/lib/dialects/highlevel/operation";
import { listLostReasons } from "@/lib/pipelines/list-lost-reasons";

export const GET = operation("opportunities-get-lost-reason", {
  query: LostReasonsQuery,
  answer: LostReasonsAnswer,
  input: ({ query }) => lostReasonsOf(query),
  run: listLostReasons,
  print: printLostReasons,
});
