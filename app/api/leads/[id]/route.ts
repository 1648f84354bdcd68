import { endpoint } from "@/lib/dialects/leads-rest/dialect";
import { alsoWrongBy, fields, fullUpdateFrom, LeadBody, leadOf, LeadPath } from "@/lib/dialects/leads-rest/lead";
import { LeadAnswer, LeadDeleted, printDeleted, printLeadWith } from "@/lib/dialects/leads-rest/lead-object";
import { checkLead } from "@/lib/leads/check-lead";
import { deleteLead } from "@/lib/leads/delete-lead";
import { getLead } from "@/lib/leads/get-lead";
import { updateLead } from "@/lib/leads/update-lead";

export const GET = endpoint({
  operation: "leads-rest-get",
  summary: "Get a lead",
  permission: "leads.read",
  path: LeadPath,
  answer: LeadAnswer,
  input: ({ path }) => leadOf(path),
  run: getLead,
  print: printLeadWith("Lead retrieved successfully."),
});

export const PATCH = endpoint({
  operation: "leads-rest-update",
  summary: "Update a lead in full: fields that are not sent are cleared",
  description: "Assignment, tags and the archive stay as they are: they are actions of their own.",
  permission: "leads.write",
  path: LeadPath,
  body: LeadBody,
  answer: LeadAnswer,
  fields,
  alsoWrong: alsoWrongBy(checkLead),
  input: ({ path, body }, context) => ({ lead: leadOf(path), changes: fullUpdateFrom(body, context) }),
  run: updateLead,
  print: printLeadWith("Lead updated successfully."),
});

export const DELETE = endpoint({
  operation: "leads-rest-delete",
  summary: "Delete a lead with its related records",
  permission: "leads.write",
  path: LeadPath,
  answer: LeadDeleted,
  input: ({ path }) => ({ lead: leadOf(path) }),
  run: deleteLead,
  print: printDeleted,
});
