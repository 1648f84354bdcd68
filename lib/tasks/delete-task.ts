import { and, eq } from "drizzle-orm";
import { tasks } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { isTaskInSight } from "./internal/readable";
import { livingTasks } from "./internal/select-tasks";

/** Deletes a task. It can be restored for 30 days. @throws NotFound. */
export function deleteTask(
  context: Context,
  { taskId, contactId }: { taskId: string; contactId?: string },
): Promise<void> {
  return change(context, async (transaction) => {
    const ofContact = contactId ? eq(tasks.contactId, contactId) : undefined;
    const [deleted] = await transaction
      .update(tasks)
      .set({ deletedAt: context.now })
      .where(and(livingTasks(context), eq(tasks.id, taskId), ofContact, isTaskInSight(context)))
      .returning({ contactId: tasks.contactId, opportunityId: tasks.opportunityId, title: tasks.title });
    if (!deleted) throw new NotFound("task");
    const { title, ...about } = deleted;
    return {
      result: undefined,
      events: [{ type: "task.deleted", subject: { type: "task", id: taskId }, ...about, before: { title } }],
    };
  });
}
