import { endpoint } from "@/lib/dialects/native/dialect";
import { DoneAnswer, printDone, TaskChangesBody, TaskPath } from "@/lib/dialects/native/lead-actions";
import { deleteLeadTask, updateLeadTask } from "@/lib/leads/change-lead-task";

export const PATCH = endpoint({
  operation: "app-update-lead-task",
  summary: "Change a task of a lead, complete it, or tick off its steps",
  permission: "leads.write",
  path: TaskPath,
  body: TaskChangesBody,
  answer: DoneAnswer,
  input: ({ path, body: { steps, ...changes } }) => ({ ...path, changes, steps }),
  run: updateLeadTask,
  print: printDone,
});

export const DELETE = endpoint({
  operation: "app-delete-lead-task",
  summary: "Delete a task of a lead",
  permission: "leads.write",
  path: TaskPath,
  answer: DoneAnswer,
  input: ({ path }) => path,
  run: deleteLeadTask,
  print: printDone,
});
