import { Succeeded, succeeded } from "@/lib/dialects/highlevel/fields";
import { operation } from "@/lib/dialects/highlevel/operation";
import {
  printTask,
  TaskAnswer,
  taskChangesOf,
  taskNames,
  TaskPath,
  UpdateTaskBody,
} from "@/lib/dialects/highlevel/task";
import { deleteTask } from "@/lib/tasks/delete-task";
import { getContactTask } from "@/lib/tasks/list-tasks";
import { updateTask } from "@/lib/tasks/update-task";

export const GET = operation("contacts-get-task", {
  path: TaskPath,
  answer: TaskAnswer,
  input: ({ path }) => path,
  run: getContactTask,
  print: printTask,
});

export const PUT = operation("contacts-update-task", {
  path: TaskPath,
  body: UpdateTaskBody,
  answer: TaskAnswer,
  fields: taskNames,
  input: ({ path, body }, context) => ({ ...path, changes: taskChangesOf(body, context) }),
  run: updateTask,
  print: printTask,
});

export const DELETE = operation("contacts-delete-task", {
  path: TaskPath,
  answer: Succeeded,
  input: ({ path }) => path,
  run: deleteTask,
  print: succeeded,
});
