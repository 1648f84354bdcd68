import { endpoint } from "@/lib/dialects/native/dialect";
import { printTasks, TasksAnswer, TasksQuery, tasksInput } from "@/lib/dialects/native/tasks";
import { browseTasks } from "@/lib/tasks/browse-tasks";

export const GET = endpoint({
  operation: "app-list-tasks",
  summary: "Tasks by when they are due, or when they were done",
  permission: "leads.read",
  query: TasksQuery,
  answer: TasksAnswer,
  input: ({ query }) => tasksInput(query),
  run: browseTasks,
  print: printTasks,
});
