import { endpoint } from "@/lib/dialects/leads-v1/endpoint";
import { LeadList, LeadQuery, listFrom, printList } from "@/lib/dialects/leads-v1/lead-list";
import { listLeads } from "@/lib/leads/list-leads";

export const GET = endpoint({
  operation: "leads-v1-list",
  summary: "List the leads that the caller made, or that are assigned to them",
  permission: "leads.read",
  query: LeadQuery,
  answer: LeadList,
  input: ({ query }, context) => listFrom(query, context),
  run: listLeads,
  print: printList,
});
