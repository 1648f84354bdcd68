import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { orNull } from "@/lib/dialects/shared/fields";
import type { Task, TaskChanges } from "@/lib/tasks/model";
import { filled, instant, isoOrNull, known, long, momentOf, pathId, reference, short } from "./fields";

export const TaskPath = z.object({ contactId: pathId, taskId: pathId });

const completed = z.boolean("must be a boolean value");

export const CreateTaskBody = known({
  title: filled(short),
  body: long.nullish(),
  dueDate: instant,
  completed,
  assignedTo: reference.nullish(),
});

export const UpdateTaskBody = known({
  title: filled(short).optional(),
  body: long.nullish(),
  dueDate: instant.nullish(),
  completed: completed.optional(),
  assignedTo: reference.nullish(),
});

export const CompletedBody = known({ completed });

/** Where errors about fields of the domain are reported. */
export const taskNames = { assignedToId: "assignedTo", dueAt: "dueDate" };

/** What a body says of a task; times without an offset are in the location's zone. */
export const taskChangesOf = (
  { title, body, dueDate, completed: isCompleted, assignedTo }: z.infer<typeof UpdateTaskBody>,
  { location }: Context,
): TaskChanges => ({
  title,
  body: orNull(body),
  dueAt: dueDate === undefined ? undefined : dueDate === null ? null : momentOf(dueDate, location.timeZone),
  completed: isCompleted,
  assignedToId: orNull(assignedTo),
});

const TaskShape = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  assignedTo: z.string().nullable(),
  dueDate: z.string().nullable(),
  completed: z.boolean(),
  contactId: z.string(),
});

export const TaskAnswer = z.object({ task: TaskShape });
export const TasksAnswer = z.object({ tasks: z.array(TaskShape) });

const printed = (task: Task): z.infer<typeof TaskShape> => ({
  id: task.id,
  title: task.title,
  body: task.body,
  assignedTo: task.assignedTo?.id ?? null,
  dueDate: isoOrNull(task.dueAt),
  completed: task.completedAt !== null,
  contactId: task.contactId,
});

export const printTask = (task: Task): z.infer<typeof TaskAnswer> => ({ task: printed(task) });
export const printTasks = (tasks: Task[]): z.infer<typeof TasksAnswer> => ({ tasks: tasks.map(printed) });
