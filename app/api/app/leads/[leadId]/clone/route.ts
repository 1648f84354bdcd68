import { endpoint } from "@/lib/dialects/native/dialect";
import { CloneBody, MadeAnswer, printMade } from "@/lib/dialects/native/lead-actions";
import { LeadPath } from "@/lib/dialects/native/leads";
import { cloneLead } from "@/lib/leads/clone-lead";

export const POST = endpoint({
  operation: "app-clone-lead",
  summary: "Make a lead like another one, about the same contact",
  permission: "leads.write",
  path: LeadPath,
  body: CloneBody,
  answer: MadeAnswer,
  status: 201,
  input: ({ path, body: { stageId, ...body } }) => ({ lead: { id: path.leadId }, stage: { id: stageId }, ...body }),
  run: cloneLead,
  print: printMade,
});
