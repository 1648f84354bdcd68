import type { TasksAnswer } from "@/lib/dialects/native/tasks";
import { daysFromNow } from "@/lib/kit/moment";
import type { messages } from "./messages";

export type ListedTask = TasksAnswer["tasks"][number];
/** Tasks that are due about the same time. */
export type TaskGroup = { name: keyof typeof messages.groups; tasks: ListedTask[] };
/** Tasks of one lead; of no lead where it is null. */
export type LeadTasks = { lead: ListedTask["lead"]; tasks: ListedTask[] };

const week = 7 * 86_400_000;

/** When a task is due, as a heading: by the day it falls on in `timeZone`. */
function groupOf({ dueAt, completedAt }: ListedTask, now: Date, timeZone: string): TaskGroup["name"] {
  if (completedAt !== null) return "done";
  if (dueAt === null) return "undated";
  const due = new Date(dueAt);
  if (due < now) return "overdue";
  const days = daysFromNow(due, now, timeZone);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  return due.getTime() - now.getTime() < week ? "week" : "later";
}

/** Tasks, which are in order, under their headings. */
export function groupTasks(tasks: readonly ListedTask[], now: Date, timeZone: string): TaskGroup[] {
  return [...Map.groupBy(tasks, (task) => groupOf(task, now, timeZone))].map(([name, group]) => ({
    name,
    tasks: group,
  }));
}

/** Tasks by the lead they are about, the lead whose task is due first before the others; those without one last. */
export function groupByLead(tasks: readonly ListedTask[]): LeadTasks[] {
  const groups = [...Map.groupBy(tasks, ({ lead }) => lead?.id).values()].map((group) => ({
    lead: group[0]?.lead ?? null,
    tasks: group,
  }));
  return [...groups.filter(({ lead }) => lead !== null), ...groups.filter(({ lead }) => lead === null)];
}
