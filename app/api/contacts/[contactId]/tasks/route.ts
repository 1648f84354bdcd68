import { ContactPath } from "@/lib/dialects/highlevel/contact";
import { operation } from "@/lib/dialects/highlevel/operation";
import {
  CreateTaskBody,
  printTask,
  printTasks,
  TaskAnswer,
  taskChangesOf,
  taskNames,
  TasksAnswer,
} from "@/lib/dialects/highlevel/task";
import { createTask } from "@/lib/tasks/create-task";
import { listContactTasks } from "@/lib/tasks/list-tasks";

export const GET = operation("contacts-get-all-tasks", {
  path: ContactPath,
  answer: TasksAnswer,
  input: ({ path }) => path.contactId,
  run: listContactTasks,
  print: printTasks,
});

export const POST = operation("contacts-create-task", {
  path: ContactPath,
  body: CreateTaskBody,
  answer: TaskAnswer,
  fields: taskNames,
  input: ({ path, body }, context) => ({ ...taskChangesOf(body, context), ...path, title: body.title }),
  run: createTask,
  print: printTask,
});
