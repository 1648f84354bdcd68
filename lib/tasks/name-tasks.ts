import { and, inArray } from "drizzle-orm";
import { tasks } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { isTaskInSight } from "./internal/readable";
import { livingTasks } from "./internal/select-tasks";

/** The titles of those of the tasks that the caller may read, by id. */
export async function nameTasks(
  transaction: ReadTransaction,
  context: Context,
  taskIds: string[],
): Promise<Map<string, string>> {
  if (taskIds.length === 0) return new Map();
  const rows = await transaction
    .select({ id: tasks.id, title: tasks.title })
    .from(tasks)
    .where(and(livingTasks(context), inArray(tasks.id, taskIds), isTaskInSight(context)));
  return new Map(rows.map(({ id, title }) => [id, title]));
}
