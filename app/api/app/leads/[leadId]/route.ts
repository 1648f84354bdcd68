import { environment } from "@/lib/config/environment";
import { endpoint } from "@/lib/dialects/native/dialect";
import { DoneAnswer, PatchLeadBody, printDone } from "@/lib/dialects/native/lead-actions";
import { LeadAnswer, LeadRecordAnswer, printLead, printLeadRecord } from "@/lib/dialects/native/lead-record";
import { LeadPath } from "@/lib/dialects/native/leads";
import { deleteLead } from "@/lib/leads/delete-lead";
import { patchLead } from "@/lib/leads/patch-lead";
import { readLeadRecord } from "@/lib/leads/read-lead-record";

export const GET = endpoint({
  operation: "app-read-lead",
  summary: "A lead with its contact, custom fields, tasks, appointments, files, quotes and other deals",
  permission: "leads.read",
  path: LeadPath,
  answer: LeadRecordAnswer,
  input: ({ path }) => path.leadId,
  run: readLeadRecord,
  print: printLeadRecord(environment.UPLOAD_LIMIT_BYTES),
});

export const PATCH = endpoint({
  operation: "app-update-lead",
  summary: "Change fields of a lead",
  description:
    "Fields that others changed meanwhile stay as they made them. Where both changed one field to different values, nothing is written, and the answer is 409 with both values of each in `clashes`.",
  permission: "leads.write",
  path: LeadPath,
  body: PatchLeadBody,
  answer: LeadAnswer,
  failures: [409],
  input: ({ path, body }) => ({ leadId: path.leadId, ...body }),
  run: patchLead,
  print: printLead,
});

export const DELETE = endpoint({
  operation: "app-delete-lead",
  summary: "Delete a lead",
  description: "It can be restored for 30 days.",
  permission: "leads.write",
  path: LeadPath,
  answer: DoneAnswer,
  input: ({ path }) => ({ lead: { id: path.leadId } }),
  run: deleteLead,
  print: printDone,
});
