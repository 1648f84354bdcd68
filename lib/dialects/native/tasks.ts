import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { isId } from "@/lib/kit/id";
import type { BrowseTasks, TaskList, TaskPlace } from "@/lib/tasks/browse-tasks";
import { taskRepeats } from "@/lib/tasks/model";
import { asOf, id, moment, time } from "./fields";

const Repeats = z.enum(taskRepeats);

export const TasksQuery = z.object({
  state: z.enum(["open", "done"]).default("open").describe("What is still to do, or what was done."),
  of: z.enum(["me", "nobody", "everybody"]).default("me"),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(100).optional().describe("The `next` of the page before."),
});

const ListedTask = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  dueAt: time.nullable(),
  repeats: Repeats.nullable(),
  completedAt: time.nullable(),
  assignedTo: z.object({ id: z.string(), name: z.string() }).nullable(),
  contact: z.object({ id: z.string(), name: z.string().nullable() }),
  lead: z.object({ id: z.string(), name: z.string() }).nullable(),
});

export const TasksAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  tasks: z.array(ListedTask),
  next: z.string().nullable(),
  counts: z
    .object({ open: z.int(), overdue: z.int(), today: z.int() })
    .describe("The caller's own tasks, of the first 1,000."),
});

export const TaskPath = z.object({ taskId: id });

const TaskFields = z.object({
  title: z.string().trim().min(1, "Say what is to be done.").max(500, "Use at most 500 characters.").optional(),
  body: z.string().max(10_000).nullable().optional(),
  assignedToId: id.nullable().optional(),
  dueAt: moment.nullable().optional(),
  repeats: Repeats.nullable().optional(),
});

export const TaskBody = TaskFields.extend({
  completed: z.boolean().optional(),
  known: TaskFields.extend({ title: z.string().optional(), body: z.string().nullable().optional() })
    .optional()
    .describe("What the caller took the changed fields for: 409 where one is not that."),
});

export type TasksAnswer = z.infer<typeof TasksAnswer>;
export type TaskBody = z.input<typeof TaskBody>;

/** A query for tasks in the words of the domain. @throws Invalid at `after` for what is no `next` of ours. */
export const tasksInput = ({ after, ...query }: z.output<typeof TasksQuery>): BrowseTasks => ({
  ...query,
  ...(after !== undefined && { after: readPlace(after) }),
});

function readPlace(text: string): TaskPlace {
  const [at = "", taskId = "", ...rest] = text.split("_");
  const known = at === "" ? null : moment.safeParse(at).data;
  if (rest.length > 0 || !isId(taskId) || known === undefined)
    throw Invalid.field("after", "unknown", "Send the `next` of the page before.");
  return { at: known, id: taskId };
}

/** Tasks as the wire shows them. */
export const printTasks = ({ tasks, next, counts }: TaskList, context: Context): TasksAnswer => ({
  ...asOf(context),
  counts,
  next: next && `${next.at?.toISOString() ?? ""}_${next.id}`,
  tasks: tasks.map(({ dueAt, completedAt, lead, ...task }) => ({
    ...task,
    lead: lead && { id: lead.id, name: lead.name },
    dueAt: dueAt && dueAt.toISOString(),
    completedAt: completedAt && completedAt.toISOString(),
  })),
});
