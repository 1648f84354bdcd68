import { tasks } from "@/db/schema/activity";
import { type Context, userIdOf } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";

export type NewTask = Pick<
  typeof tasks.$inferSelect,
  "contactId" | "opportunityId" | "title" | "body" | "assignedToId" | "dueAt" | "repeats" | "completedAt"
>;

/** Inserts a task about a contact that was found to be there. Answers its id and the event that says so. */
export async function insertTask(
  transaction: Transaction,
  context: Context,
  { contactId, opportunityId, ...row }: NewTask,
): Promise<{ id: string; event: NewEvent }> {
  const id = newId();
  const about = { contactId, opportunityId };
  const createdById = userIdOf(context);
  await transaction.insert(tasks).values({ locationId: context.location.id, id, ...about, ...row, createdById });
  return { id, event: { type: "task.created", subject: { type: "task", id }, ...about, after: row } };
}
