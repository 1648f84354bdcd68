import { and, eq, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { tasks } from "@/db/schema/activity";
import { users } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import { type Context, userIdOf, zoneOf } from "@/lib/access/context";
import { readAtOnce } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { localDate, startOfDay } from "@/lib/kit/zone";
import { isTaskInSight } from "./internal/readable";
import { livingTasks } from "./internal/select-tasks";
import type { ListedTask, TaskCounts } from "./model";

/** Where a page of tasks goes on: behind the task with this moment (when it is due, or was done) and id. */
export type TaskPlace = { at: Date | null; id: string };

export type BrowseTasks = {
  /** What is still to do, by when it is due (what has no date last); or what was done, the latest first. */
  state: "open" | "done";
  /** The caller's own, those of nobody, or of everybody. */
  of: "me" | "nobody" | "everybody";
  limit: number;
  after?: TaskPlace;
};

export type TaskList = { tasks: ListedTask[]; next: TaskPlace | null; counts: TaskCounts };

/** More than so many are not counted one by one. */
const countedTo = 1000;

/** A page of the tasks that the caller may read, and how many of theirs are open, overdue and due today. */
export async function browseTasks(context: Context, { state, of, limit, after }: BrowseTasks): Promise<TaskList> {
  const isOpen = state === "open";
  const [rows, [counts]] = await readAtOnce(context, (transaction) =>
    Promise.all([
      selectListed(transaction, context)
        .where(
          and(
            livingTasks(context),
            isOpen ? isNull(tasks.completedAt) : isNotNull(tasks.completedAt),
            assigned(context, of),
            isTaskInSight(context),
            after && (isOpen ? dueAfter(after) : doneBefore(after)),
          ),
        )
        .orderBy(
          ...(isOpen
            ? [sql`${tasks.dueAt} nulls last`, tasks.id]
            : [sql`${tasks.completedAt} desc`, sql`${tasks.id} desc`]),
        )
        .limit(limit + 1),
      countOwn(transaction, context),
    ]),
  );
  const found = rows.slice(0, limit).map(({ lead, ...row }) => ({ ...row, lead: lead?.deletedAt ? null : lead }));
  const last = rows.length > limit ? found.at(-1) : undefined;
  return {
    tasks: found,
    next: last ? { at: isOpen ? last.dueAt : last.completedAt, id: last.id } : null,
    counts: counts ?? { open: 0, overdue: 0, today: 0 },
  };
}

const selectListed = (transaction: ReadTransaction, { location }: Context) =>
  transaction
    .select({
      id: tasks.id,
      title: tasks.title,
      body: tasks.body,
      dueAt: tasks.dueAt,
      repeats: tasks.repeats,
      completedAt: tasks.completedAt,
      assignedTo: { id: users.id, name: users.name },
      contact: { id: contacts.id, name: contacts.name },
      lead: { id: opportunities.id, name: opportunities.name, deletedAt: opportunities.deletedAt },
    })
    .from(tasks)
    .innerJoin(contacts, and(eq(contacts.locationId, location.id), eq(contacts.id, tasks.contactId)))
    .leftJoin(opportunities, and(eq(opportunities.locationId, location.id), eq(opportunities.id, tasks.opportunityId)))
    .leftJoin(users, eq(users.id, tasks.assignedToId))
    .$dynamic();

function assigned(context: Context, of: BrowseTasks["of"]): SQL | undefined {
  if (of === "everybody") return undefined;
  const userId = of === "me" ? userIdOf(context) : null;
  return userId === null ? isNull(tasks.assignedToId) : eq(tasks.assignedToId, userId);
}

const dueAfter = ({ at, id }: TaskPlace): SQL | undefined =>
  at === null
    ? and(isNull(tasks.dueAt), sql`${tasks.id} > ${id}`)
    : or(sql`(${tasks.dueAt}, ${tasks.id}) > (${at.toISOString()}, ${id})`, isNull(tasks.dueAt));

const doneBefore = ({ at, id }: TaskPlace): SQL =>
  sql`(${tasks.completedAt}, ${tasks.id}) < (${(at ?? new Date(0)).toISOString()}, ${id})`;

function countOwn(transaction: ReadTransaction, context: Context) {
  const timeZone = zoneOf(context);
  const today = localDate(context.now, timeZone);
  const open = transaction
    .select({ dueAt: tasks.dueAt })
    .from(tasks)
    .where(and(livingTasks(context), isNull(tasks.completedAt), assigned(context, "me")))
    .orderBy(tasks.dueAt)
    .limit(countedTo)
    .as("open");
  const until = (moment: Date) => sql<number>`(count(*) filter (where ${lt(open.dueAt, moment)}))::int`;
  const tomorrow = startOfDay(today, timeZone, 1);
  return transaction
    .select({
      open: sql<number>`count(*)::int`,
      overdue: until(context.now),
      today: sql<number>`(count(*) filter (where ${open.dueAt} >= ${context.now.toISOString()} and ${open.dueAt} < ${tomorrow.toISOString()}))::int`,
    })
    .from(open);
}
