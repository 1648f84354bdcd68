import { endpoint } from "@/lib/dialects/leads-simple/dialect";
import {
  changesOf,
  LeadBody,
  LeadDeleted,
  LeadPath,
  LeadUpdated,
  printDeleted,
  printUpdated,
} from "@/lib/dialects/leads-simple/lead";
import { deleteLead } from "@/lib/leads/delete-lead";
import { updateLeadWithNote } from "@/lib/leads/lead-with-note";

export const PUT = endpoint({
  operation: "leads-simple-update",
  summary: "Update a lead: fields that are not sent stay",
  permission: "leads.write",
  path: LeadPath,
  body: LeadBody,
  answer: LeadUpdated,
  input: ({ path, body }) => {
    const { note, ...changes } = changesOf(body);
    return { lead: path, changes, note };
  },
  run: updateLeadWithNote,
  print: printUpdated,
});

export const DELETE = endpoint({
  operation: "leads-simple-delete",
  summary: "Delete a lead",
  permission: "leads.write",
  path: LeadPath,
  answer: LeadDeleted,
  input: ({ path }) => ({ lead: path }),
  run: deleteLead,
  print: printDeleted,
});
