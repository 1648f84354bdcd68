import { endpoint } from "@/lib/dialects/native/dialect";
import { PairPath } from "@/lib/dialects/native/duplicates";
import { DoneAnswer, printDone } from "@/lib/dialects/native/lead-actions";
import { dismissPair } from "@/lib/merging/dismiss-pair";

export const POST = endpoint({
  operation: "app-dismiss-duplicate",
  summary: "Say that two contacts are two people",
  permission: "leads.write",
  path: PairPath,
  answer: DoneAnswer,
  input: ({ path }) => path,
  run: dismissPair,
  print: printDone,
});
