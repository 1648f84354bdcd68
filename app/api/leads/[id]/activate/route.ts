import { endpoint } from "@/lib/dialects/leads-rest/dialect";
import { leadOf, LeadPath } from "@/lib/dialects/leads-rest/lead";
import { LeadAnswer, printLeadWith } from "@/lib/dialects/leads-rest/lead-object";
import { activateLead } from "@/lib/leads/activate-lead";

export const PUT = endpoint({
  operation: "leads-rest-activate",
  summary: "Take a lead back out of the archive",
  permission: "leads.write",
  path: LeadPath,
  answer: LeadAnswer,
  input: ({ path }) => leadOf(path),
  run: activateLead,
  print: printLeadWith("Lead activated successfully."),
});
