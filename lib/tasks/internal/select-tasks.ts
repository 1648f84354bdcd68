import { and, eq, getTableColumns, isNull, type SQL } from "drizzle-orm";
import { tasks } from "@/db/schema/activity";
import { users } from "@/db/schema/companies";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { Task } from "@/lib/tasks/model";

const { locationId, deletedAt, assignedToId, ...columns } = getTableColumns(tasks);

/** A query for whole tasks, to be narrowed, ordered and paged. */
export const selectTasks = (transaction: ReadTransaction) =>
  transaction
    .select({
      task: columns,
      assignedTo: { id: users.id, number: users.number, name: users.name, username: users.username },
    })
    .from(tasks)
    .leftJoin(users, eq(users.id, tasks.assignedToId))
    .$dynamic();

type TaskRow = Awaited<ReturnType<typeof selectTasks>>[number];

/** The task of a row of `selectTasks`. */
export const taskOf = ({ task, assignedTo }: TaskRow): Task => ({ ...task, assignedTo });

/** The location's tasks that are not deleted. */
export const livingTasks = (context: Context): SQL | undefined =>
  and(eq(tasks.locationId, context.location.id), isNull(tasks.deletedAt));
