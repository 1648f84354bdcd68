import { and, eq } from "drizzle-orm";
import { checklistItems, tasks } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { requireContact } from "@/lib/contacts/get-contact";
import { change } from "@/lib/data/doors";
import { livingTasks } from "./internal/select-tasks";

/** Ticks off a step of a task, or opens it again. @throws NotFound. */
export function tickStep(
  context: Context,
  { taskId, stepId, completed }: { taskId: string; stepId: string; completed: boolean },
): Promise<void> {
  return change(context, async (transaction) => {
    const [task] = await transaction
      .select()
      .from(tasks)
      .where(and(livingTasks(context), eq(tasks.id, taskId)))
      .for("update");
    if (!task) throw new NotFound("task");
    await requireContact(transaction, context, task.contactId);
    const isIt = and(
      eq(checklistItems.locationId, context.location.id),
      eq(checklistItems.taskId, taskId),
      eq(checklistItems.id, stepId),
    );
    const [step] = await transaction.select().from(checklistItems).where(isIt);
    if (!step) throw new NotFound("step");
    if ((step.completedAt !== null) === completed) return { result: undefined, unchanged: true };
    const completedAt = completed ? context.now : null;
    await transaction.update(checklistItems).set({ completedAt, updatedAt: context.now }).where(isIt);
    const { contactId, opportunityId } = task;
    const field = `step:${stepId}`;
    const states = { before: { [field]: step.completedAt }, after: { [field]: completedAt } };
    const subject = { type: "task", id: taskId };
    return { result: undefined, events: [{ type: "task.updated", subject, contactId, opportunityId, ...states }] };
  });
}
