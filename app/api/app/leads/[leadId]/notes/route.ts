import { endpoint } from "@/lib/dialects/native/dialect";
import { MadeAnswer, NoteBody, printMade } from "@/lib/dialects/native/lead-actions";
import { LeadPath } from "@/lib/dialects/native/leads";
import { addLeadNote } from "@/lib/leads/add-lead-note";

export const POST = endpoint({
  operation: "app-add-lead-note",
  summary: "Write a note about a lead",
  permission: "leads.write",
  path: LeadPath,
  body: NoteBody,
  answer: MadeAnswer,
  status: 201,
  input: ({ path, body }) => ({ lead: { id: path.leadId }, ...body }),
  run: addLeadNote,
  print: printMade,
});
