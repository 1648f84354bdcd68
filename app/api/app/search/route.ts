import { endpoint } from "@/lib/dialects/native/dialect";
import { printFound, SearchAnswer, SearchQuery } from "@/lib/dialects/native/search";
import { findRecords } from "@/lib/search/find-records";

export const GET = endpoint({
  operation: "app-search",
  summary: "Records by part of a name, company, email address or phone number, or by their number",
  permission: "leads.read",
  query: SearchQuery,
  answer: SearchAnswer,
  input: ({ query }) => query,
  run: findRecords,
  print: printFound,
});
