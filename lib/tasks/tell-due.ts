import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { tasks } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { livingTasks } from "./internal/select-tasks";

/**
 * Says that a task fell due, once for each moment that it is due at; nothing when it was done, deleted,
 * put off or told of meanwhile.
 */
export function tellDue(context: Context, { taskId, dueAt }: { taskId: string; dueAt: Date }): Promise<void> {
  return change(context, async (transaction) => {
    const [due] = await transaction
      .update(tasks)
      .set({ toldDueAt: sql`${tasks.dueAt}` })
      .where(
        and(
          livingTasks(context),
          eq(tasks.id, taskId),
          isNull(tasks.completedAt),
          isNotNull(tasks.assignedToId),
          sql`date_trunc('milliseconds', ${tasks.dueAt}) = ${dueAt.toISOString()}`,
          sql`${tasks.toldDueAt} is distinct from ${tasks.dueAt}`,
        ),
      )
      .returning({
        contactId: tasks.contactId,
        opportunityId: tasks.opportunityId,
        assignedToId: tasks.assignedToId,
      });
    if (!due) return { result: undefined, unchanged: true };
    const { assignedToId, ...about } = due;
    return {
      result: undefined,
      events: [{ type: "task.due", subject: { type: "task", id: taskId }, ...about, after: { assignedToId, dueAt } }],
    };
  });
}
