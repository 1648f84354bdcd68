import { endpoint } from "@/lib/dialects/native/dialect";
import { LeadPath, LeadRecordAnswer, printLeadRecord } from "@/lib/dialects/native/leads";
import { readLeadRecord } from "@/lib/leads/read-lead-record";

export const GET = endpoint({
  operation: "app-read-lead",
  summary: "A lead with its contact, notes, appointments, files and history",
  permission: "leads.read",
  path: LeadPath,
  answer: LeadRecordAnswer,
  input: ({ path }) => path.leadId,
  run: readLeadRecord,
  print: printLeadRecord,
});
