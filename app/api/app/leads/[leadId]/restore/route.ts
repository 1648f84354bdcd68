import { endpoint } from "@/lib/dialects/native/dialect";
import { DoneAnswer, printDone } from "@/lib/dialects/native/lead-actions";
import { LeadPath } from "@/lib/dialects/native/leads";
import { restoreLead } from "@/lib/leads/restore-lead";

export const POST = endpoint({
  operation: "app-restore-lead",
  summary: "Bring back a deleted lead",
  permission: "leads.write",
  path: LeadPath,
  answer: DoneAnswer,
  input: ({ path }) => path,
  run: restoreLead,
  print: printDone,
});
