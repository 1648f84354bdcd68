import { endpoint } from "@/lib/dialects/crm-lead/dialect";
import {
  changesOf,
  CrmLead,
  LeadBody,
  LeadDeleted,
  LeadPath,
  printDeleted,
  printLead,
} from "@/lib/dialects/crm-lead/lead";
import { deleteLead } from "@/lib/leads/delete-lead";
import { getLead } from "@/lib/leads/get-lead";
import { updateLead } from "@/lib/leads/update-lead";

export const GET = endpoint({
  operation: "crm-lead-get",
  summary: "Retrieve a lead",
  permission: "leads.read",
  path: LeadPath,
  answer: CrmLead,
  input: ({ path }) => path,
  run: getLead,
  print: printLead,
});

export const PATCH = endpoint({
  operation: "crm-lead-update",
  summary: "Update a lead: attributes that are not sent stay",
  permission: "leads.write",
  path: LeadPath,
  body: LeadBody,
  answer: CrmLead,
  input: ({ path, body }) => ({ lead: path, changes: changesOf(body) }),
  run: updateLead,
  print: printLead,
});

export const DELETE = endpoint({
  operation: "crm-lead-delete",
  summary: "Delete a lead",
  permission: "leads.write",
  path: LeadPath,
  answer: LeadDeleted,
  input: ({ path }) => ({ lead: path }),
  run: deleteLead,
  print: printDeleted,
});
