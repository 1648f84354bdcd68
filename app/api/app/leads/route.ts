import { endpoint } from "@/lib/dialects/native/dialect";
import { EitherLeadsAnswer, EitherLeadsQuery, eitherInput, printEither } from "@/lib/dialects/native/lead-query";
import { browseOrQuery } from "@/lib/leads/query/browse-or-query";

export const GET = endpoint({
  operation: "app-query-leads",
  summary: "Leads by filter, order and search, page by key",
  permission: "leads.read",
  query: EitherLeadsQuery,
  answer: EitherLeadsAnswer,
  input: ({ query }) => eitherInput(query),
  run: browseOrQuery,
  print: printEither,
});
