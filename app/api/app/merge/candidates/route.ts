import { endpoint } from "@/lib/dialects/native/dialect";
import { CandidatesAnswer, CandidatesQuery, printCandidates } from "@/lib/dialects/native/duplicates";
import { listCandidates } from "@/lib/merging/list-candidates";

export const GET = endpoint({
  operation: "app-list-merge-candidates",
  summary: "Contacts with their deals, to choose what becomes of each when they are merged",
  permission: "leads.read",
  query: CandidatesQuery,
  answer: CandidatesAnswer,
  input: ({ query }) => query,
  run: listCandidates,
  print: printCandidates,
});
