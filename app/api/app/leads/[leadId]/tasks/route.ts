import { endpoint } from "@/lib/dialects/native/dialect";
import { MadeAnswer, printMade, TaskBody } from "@/lib/dialects/native/lead-actions";
import { LeadPath } from "@/lib/dialects/native/leads";
import { addLeadTask } from "@/lib/leads/add-lead-task";

export const POST = endpoint({
  operation: "app-add-lead-task",
  summary: "Make a task about a lead",
  permission: "leads.write",
  path: LeadPath,
  body: TaskBody,
  answer: MadeAnswer,
  status: 201,
  input: ({ path, body }) => ({ lead: { id: path.leadId }, ...body }),
  run: addLeadTask,
  print: printMade,
});
