import { endpoint } from "@/lib/dialects/leads-rest/dialect";
import { leadOf, LeadPath } from "@/lib/dialects/leads-rest/lead";
import { LeadAnswer, printLeadWith } from "@/lib/dialects/leads-rest/lead-object";
import { archiveLead } from "@/lib/leads/archive-lead";

export const PUT = endpoint({
  operation: "leads-rest-archive",
  summary: "Archive a lead",
  permission: "leads.write",
  path: LeadPath,
  answer: LeadAnswer,
  input: ({ path }) => leadOf(path),
  run: archiveLead,
  print: printLeadWith("Lead archived successfully."),
});
