import { endpoint } from "@/lib/dialects/native/dialect";
import { CallBody, MadeAnswer, printMade } from "@/lib/dialects/native/lead-actions";
import { LeadPath } from "@/lib/dialects/native/leads";
import { logLeadCall } from "@/lib/leads/log-lead-call";

export const POST = endpoint({
  operation: "app-log-lead-call",
  summary: "Write down a call about a lead",
  permission: "leads.write",
  path: LeadPath,
  body: CallBody,
  answer: MadeAnswer,
  status: 201,
  input: ({ path, body }) => ({ lead: { id: path.leadId }, ...body }),
  run: logLeadCall,
  print: printMade,
});
