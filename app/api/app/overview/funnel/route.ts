import { endpoint } from "@/lib/dialects/native/dialect";
import { OverviewQuery, scopeOf } from "@/lib/dialects/native/overview";
import { FunnelAnswer, printFunnel } from "@/lib/dialects/native/reports";
import { readFunnel } from "@/lib/reports/read-funnel";

export const GET = endpoint({
  operation: "app-overview-funnel",
  summary: "How far the leads of a pipeline came, stage by stage, and how long they stayed",
  permission: "reports.read",
  query: OverviewQuery,
  answer: FunnelAnswer,
  input: ({ query }) => scopeOf(query),
  run: readFunnel,
  print: printFunnel,
});
