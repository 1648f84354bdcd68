import { AssignedBody } from "@/lib/dialects/leads-rest/actions";
import { endpoint } from "@/lib/dialects/leads-rest/dialect";
import { leadOf, LeadPath } from "@/lib/dialects/leads-rest/lead";
import { LeadAnswer, printLeadWith } from "@/lib/dialects/leads-rest/lead-object";
import { assignLead } from "@/lib/leads/assign-lead";

export const PUT = endpoint({
  operation: "leads-rest-assigned",
  summary: "Set who is assigned to a lead, in place of who was",
  permission: "leads.write",
  path: LeadPath,
  body: AssignedBody,
  answer: LeadAnswer,
  input: ({ path, body }) => ({ lead: leadOf(path), assigned: body.assigned }),
  run: assignLead,
  print: printLeadWith("Lead assignees updated successfully."),
});
