import { endpoint } from "@/lib/dialects/native/dialect";
import { CallPath, DoneAnswer, printDone } from "@/lib/dialects/native/lead-actions";
import { deleteLeadCall } from "@/lib/leads/delete-lead-call";

export const DELETE = endpoint({
  operation: "app-delete-lead-call",
  summary: "Delete a call of a lead",
  permission: "leads.write",
  path: CallPath,
  answer: DoneAnswer,
  input: ({ path }) => ({ lead: { id: path.leadId }, id: path.callId }),
  run: deleteLeadCall,
  print: printDone,
});
