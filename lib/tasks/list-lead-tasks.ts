import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { checklistItems, tasks } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { livingTasks, selectTasks, taskOf } from "./internal/select-tasks";
import type { TaskWithSteps } from "./model";

const shown = 200;

/**
 * The tasks of a lead, which the caller was found to be allowed to read, with their steps: open ones
 * by when they are due, then those that are done, the latest first.
 */
export function listLeadTasks(context: Context, opportunityId: string): Promise<TaskWithSteps[]> {
  return read(context, async (transaction) => {
    const rows = await selectTasks(transaction)
      .where(and(livingTasks(context), eq(tasks.opportunityId, opportunityId)))
      .orderBy(sql`${tasks.completedAt} desc nulls first`, sql`${tasks.dueAt} nulls last`, asc(tasks.id))
      .limit(shown);
    const found = rows.map(taskOf);
    if (found.length === 0) return [];
    const steps = await transaction
      .select()
      .from(checklistItems)
      .where(
        and(
          eq(checklistItems.locationId, context.location.id),
          inArray(
            checklistItems.taskId,
            found.map(({ id }) => id),
          ),
        ),
      )
      .orderBy(asc(checklistItems.position), asc(checklistItems.id));
    return found.map((task) => ({
      ...task,
      steps: steps
        .filter(({ taskId }) => taskId === task.id)
        .map(({ id, text, completedAt }) => ({ id, text, completedAt })),
    }));
  });
}
