import { and, asc, eq } from "drizzle-orm";
import { tasks } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { requireContact } from "@/lib/contacts/get-contact";
import { read } from "@/lib/data/doors";
import { livingTasks, selectTasks, taskOf } from "./internal/select-tasks";
import type { Task } from "./model";

/** The tasks of a contact, those made first before the others. @throws NotFound for a contact the caller may not read. */
export function listContactTasks(context: Context, contactId: string): Promise<Task[]> {
  return read(context, async (transaction) => {
    await requireContact(transaction, context, contactId);
    const rows = await selectTasks(transaction)
      .where(and(livingTasks(context), eq(tasks.contactId, contactId)))
      .orderBy(asc(tasks.id));
    return rows.map(taskOf);
  });
}

/** One task of a contact. @throws NotFound when there is none, or the caller may not read the contact. */
export function getContactTask(context: Context, of: { contactId: string; taskId: string }): Promise<Task> {
  return read(context, async (transaction) => {
    await requireContact(transaction, context, of.contactId);
    const [row] = await selectTasks(transaction).where(
      and(livingTasks(context), eq(tasks.contactId, of.contactId), eq(tasks.id, of.taskId)),
    );
    if (!row) throw new NotFound("task");
    return taskOf(row);
  });
}
