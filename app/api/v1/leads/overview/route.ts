import { endpoint } from "@/lib/dialects/leads-v1/endpoint";
import { OverviewAnswer, OverviewQuery, printOverview } from "@/lib/dialects/leads-v1/overview";
import { getLeadOverview } from "@/lib/reports/lead-overview";

export const GET = endpoint({
  operation: "leads-v1-overview",
  summary: "Leads by status and source, and appointments",
  permission: "leads.read",
  query: OverviewQuery,
  answer: OverviewAnswer,
  input: ({ query }) => ({ period: query.appointment ?? "upcoming" }),
  run: getLeadOverview,
  print: printOverview,
});
