import { endpoint } from "@/lib/dialects/native/dialect";
import { OverviewAnswer, OverviewQuery, printOverview, scopeOf } from "@/lib/dialects/native/overview";
import { readOverview } from "@/lib/reports/read-overview";

export const GET = endpoint({
  operation: "app-overview",
  summary: "Leads of a range of days by status and source, against the days before",
  permission: "reports.read",
  query: OverviewQuery,
  answer: OverviewAnswer,
  input: ({ query }) => scopeOf(query),
  run: readOverview,
  print: printOverview,
});
