import { StatusBody } from "@/lib/dialects/leads-rest/actions";
import { endpoint } from "@/lib/dialects/leads-rest/dialect";
import { leadOf, LeadPath } from "@/lib/dialects/leads-rest/lead";
import { LeadAnswer, printLeadWith } from "@/lib/dialects/leads-rest/lead-object";
import { moveLead } from "@/lib/leads/move-lead";

export const PUT = endpoint({
  operation: "leads-rest-status",
  summary: "Change the status of a lead",
  permission: "leads.write",
  path: LeadPath,
  body: StatusBody,
  answer: LeadAnswer,
  fields: { stage: "status" },
  input: ({ path, body }) => ({ lead: leadOf(path), stage: { number: body.status } }),
  run: moveLead,
  print: printLeadWith("Lead status updated successfully."),
});
