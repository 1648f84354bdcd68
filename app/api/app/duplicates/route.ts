import { endpoint } from "@/lib/dialects/native/dialect";
import { DuplicatesAnswer, DuplicatesQuery, printDuplicates } from "@/lib/dialects/native/duplicates";
import { listDuplicates } from "@/lib/merging/list-duplicates";

export const GET = endpoint({
  operation: "app-list-duplicates",
  summary: "Pairs of contacts that may be one person, the latest first",
  permission: "leads.read",
  query: DuplicatesQuery,
  answer: DuplicatesAnswer,
  input: ({ query: { contact, ...page } }) => ({ contactId: contact, ...page }),
  run: listDuplicates,
  print: printDuplicates,
});
