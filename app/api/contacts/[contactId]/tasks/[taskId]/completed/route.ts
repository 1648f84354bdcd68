import { operation } from "@/lib/dialects/highlevel/operation";
import { CompletedBody, printTask, TaskAnswer, TaskPath } from "@/lib/dialects/highlevel/task";
import { updateTask } from "@/lib/tasks/update-task";

export const PUT = operation("contacts-update-task-completed", {
  path: TaskPath,
  body: CompletedBody,
  answer: TaskAnswer,
  input: ({ path, body }) => ({ ...path, changes: body }),
  run: updateTask,
  print: printTask,
});
