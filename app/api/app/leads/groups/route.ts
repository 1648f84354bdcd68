import { endpoint } from "@/lib/dialects/native/dialect";
import { groupInput, GroupLeadsQuery, LeadGroupsAnswer, printGroups } from "@/lib/dialects/native/lead-query";
import { groupLeads } from "@/lib/leads/query/group-leads";

export const GET = endpoint({
  operation: "app-group-leads",
  summary: "The groups that the leads of a list fall into, with counts and sums",
  permission: "leads.read",
  query: GroupLeadsQuery,
  answer: LeadGroupsAnswer,
  input: ({ query }) => groupInput(query),
  run: groupLeads,
  print: printGroups,
});
