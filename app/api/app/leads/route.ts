import { endpoint } from "@/lib/dialects/native/dialect";
import { LeadsAnswer, leadsInput, LeadsQuery, printLeads } from "@/lib/dialects/native/lead-query";
import { queryLeads } from "@/lib/leads/query/query-leads";

export const GET = endpoint({
  operation: "app-query-leads",
  summary: "Leads by filter, order and search, page by key",
  permission: "leads.read",
  query: LeadsQuery,
  answer: LeadsAnswer,
  input: ({ query }) => leadsInput(query),
  run: queryLeads,
  print: printLeads,
});
