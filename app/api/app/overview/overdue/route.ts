import { endpoint } from "@/lib/dialects/native/dialect";
import { OverviewQuery, scopeOf } from "@/lib/dialects/native/overview";
import { OverdueAnswer, printOverdue } from "@/lib/dialects/native/reports";
import { readOverdue } from "@/lib/reports/read-overdue";

export const GET = endpoint({
  operation: "app-overview-overdue",
  summary: "Leads with an overdue task",
  permission: "reports.read",
  query: OverviewQuery,
  answer: OverdueAnswer,
  input: ({ query }) => scopeOf(query),
  run: readOverdue,
  print: printOverdue,
});
