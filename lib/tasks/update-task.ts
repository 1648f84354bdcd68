import { and, eq } from "drizzle-orm";
import { tasks } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { difference, type NewEvent } from "@/lib/events/catalogue";
import { refuseOverwriting } from "@/lib/events/refuse-overwriting";
import { addPeriods } from "@/lib/kit/zone";
import { insertTask, type NewTask } from "./internal/insert-task";
import { isTaskInSight } from "./internal/readable";
import { livingTasks, selectTasks, taskOf } from "./internal/select-tasks";
import type { Task, TaskChanges } from "./model";

export type UpdateTask = {
  taskId: string;
  /** The contact it has to be about, where the caller named one. */
  contactId?: string;
  changes: TaskChanges;
  /** What the caller takes it to be now, where they want to hear of others' changes. */
  known?: Omit<TaskChanges, "completed"> | undefined;
};

/**
 * Changes a task; `completed` ticks it off or opens it again. One that repeats is followed by the next
 * one when it is ticked off, due after now at the same time of day in the location's zone.
 * @throws NotFound; Invalid at `assignedToId` for nobody of the location; ChangedSince where it is
 * something else than is known.
 */
export function updateTask(context: Context, { taskId, contactId, changes, known = {} }: UpdateTask): Promise<Task> {
  return change(context, async (transaction) => {
    const ofContact = contactId ? eq(tasks.contactId, contactId) : undefined;
    const it = and(livingTasks(context), eq(tasks.id, taskId), ofContact, isTaskInSight(context));
    const [row] = await transaction.select().from(tasks).where(it).for("update");
    if (!row) throw new NotFound("task");
    const { completed, ...fields } = changes;
    const completedAt = completed === undefined ? undefined : completed ? (row.completedAt ?? context.now) : null;
    const said = Object.fromEntries(
      Object.entries({ ...fields, completedAt }).filter(([, value]) => value !== undefined),
    );
    const about = { contactId: row.contactId, opportunityId: row.opportunityId };
    await refuseOverwriting(transaction, context, {
      about: { ...about, subjectId: taskId },
      present: row,
      wanted: said,
      known,
    });
    const changed = difference<Record<string, unknown>>(row, said);
    const find = async () => {
      const [now] = await selectTasks(transaction).where(eq(tasks.id, taskId));
      if (!now) throw new Error("A task that was just changed is not there.");
      return taskOf(now);
    };
    if (Object.keys(changed.after).length === 0) return { result: await find(), unchanged: true };
    await transaction
      .update(tasks)
      .set({ ...said, updatedAt: context.now })
      .where(it);
    const type = "completedAt" in changed.after && completed ? "task.completed" : "task.updated";
    const events: [NewEvent, ...NewEvent[]] = [{ type, subject: { type: "task", id: taskId }, ...about, ...changed }];
    const next = type === "task.completed" ? nextOf({ ...row, ...fields }, context) : null;
    if (next) events.push((await insertTask(transaction, context, next)).event);
    return { result: await find(), events };
  });
}

/** The task that follows one that repeats; null for one that is done once, or that has no date. */
function nextOf({ dueAt, repeats, ...task }: NewTask, { location, now }: Context): NewTask | null {
  if (!repeats || !dueAt) return null;
  const { contactId, opportunityId, title, body, assignedToId } = task;
  const next = addPeriods(dueAt, repeats, location.timeZone, now);
  return { contactId, opportunityId, title, body, assignedToId, repeats, dueAt: next, completedAt: null };
}
