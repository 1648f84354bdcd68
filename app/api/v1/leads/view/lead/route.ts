import { endpoint } from "@/lib/dialects/leads-v1/endpoint";
import { LeadDetailsAnswer, LeadDetailsQuery, printDetails } from "@/lib/dialects/leads-v1/lead-details";
import { atField } from "@/lib/dialects/leads-v1/refusals";
import { getLeadDetails } from "@/lib/leads/get-lead-details";

export const GET = endpoint({
  operation: "leads-v1-view",
  summary: "A lead with its notes and what happened to it lately",
  permission: "leads.read",
  query: LeadDetailsQuery,
  answer: LeadDetailsAnswer,
  input: ({ query }) => query,
  run: getLeadDetails,
  refusals: () => ({
    lead_not_found: atField("slug", "Requested slug is invalid."),
    lead_deleted: atField("slug", "Requested slug is invalid."),
  }),
  print: printDetails,
});
