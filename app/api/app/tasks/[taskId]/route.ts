import { endpoint } from "@/lib/dialects/native/dialect";
import { Done } from "@/lib/dialects/native/session";
import { TaskBody, TaskPath } from "@/lib/dialects/native/tasks";
import { deleteTask } from "@/lib/tasks/delete-task";
import { updateTask } from "@/lib/tasks/update-task";

export const PATCH = endpoint({
  operation: "app-update-task",
  summary: "Change a task, or tick it off",
  permission: "leads.write",
  path: TaskPath,
  body: TaskBody,
  answer: Done,
  input: ({ path, body: { known, ...changes } }) => ({ ...path, changes, known }),
  run: updateTask,
  print: () => ({ done: true as const }),
});

export const DELETE = endpoint({
  operation: "app-delete-task",
  summary: "Delete a task",
  permission: "leads.write",
  path: TaskPath,
  answer: Done,
  input: ({ path }) => path,
  run: deleteTask,
  print: () => ({ done: true as const }),
});
