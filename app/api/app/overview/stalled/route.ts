import { endpoint } from "@/lib/dialects/native/dialect";
import { OverviewQuery, scopeOf } from "@/lib/dialects/native/overview";
import { StalledAnswer, printStalled } from "@/lib/dialects/native/reports";
import { readStalled } from "@/lib/reports/read-stalled";

export const GET = endpoint({
  operation: "app-overview-stalled",
  summary: "Open deals that have not moved for too long",
  permission: "reports.read",
  query: OverviewQuery,
  answer: StalledAnswer,
  input: ({ query }) => scopeOf(query),
  run: readStalled,
  print: printStalled,
});
