import { and, eq } from "drizzle-orm";
import { tasks } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { requireContact } from "@/lib/contacts/get-contact";
import { change } from "@/lib/data/doors";
import { insertTask } from "./internal/insert-task";
import { livingTasks, selectTasks, taskOf } from "./internal/select-tasks";
import type { Task, TaskChanges } from "./model";

export type CreateTask = TaskChanges & {
  contactId: string;
  title: string;
  /** The lead it is about, one of the contact's. */
  opportunityId?: string | null;
};

/**
 * Makes a task about a contact.
 * @throws NotFound for a contact the caller may not read; Invalid at `assignedToId` for nobody of the location.
 */
export function createTask(context: Context, input: CreateTask): Promise<Task> {
  const {
    contactId,
    opportunityId = null,
    title,
    body = null,
    assignedToId = null,
    dueAt = null,
    repeats = null,
    completed,
  } = input;
  return change(context, async (transaction) => {
    await requireContact(transaction, context, contactId);
    const completedAt = completed ? context.now : null;
    const row = { contactId, opportunityId, title, body, assignedToId, dueAt, repeats, completedAt };
    const { id, event } = await insertTask(transaction, context, row);
    const [made] = await selectTasks(transaction).where(and(livingTasks(context), eq(tasks.id, id)));
    if (!made) throw new Error("A task that was just made is not there.");
    return { result: taskOf(made), events: [event] };
  });
}
