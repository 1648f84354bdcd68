import { endpoint } from "@/lib/dialects/native/dialect";
import { CallChangesBody, CallPath, DoneAnswer, printDone } from "@/lib/dialects/native/lead-actions";
import { deleteLeadCall } from "@/lib/leads/delete-lead-call";
import { updateLeadCall } from "@/lib/leads/update-lead-call";

export const PATCH = endpoint({
  operation: "app-update-lead-call",
  summary: "Change a call of a lead; what is left out stays",
  permission: "leads.write",
  path: CallPath,
  body: CallChangesBody,
  answer: DoneAnswer,
  input: ({ path, body: { known, ...changes } }) => ({ lead: { id: path.leadId }, id: path.callId, changes, known }),
  run: updateLeadCall,
  print: printDone,
});

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
