import { endpoint } from "@/lib/dialects/native/dialect";
import { OverviewQuery, scopeOf } from "@/lib/dialects/native/overview";
import { LeadersAnswer, printLeaders } from "@/lib/dialects/native/reports";
import { readLeaders } from "@/lib/reports/read-leaders";

export const GET = endpoint({
  operation: "app-overview-leaders",
  summary: "What the leads of each owner came to",
  permission: "reports.read",
  query: OverviewQuery,
  answer: LeadersAnswer,
  input: ({ query }) => scopeOf(query),
  run: readLeaders,
  print: printLeaders,
});
