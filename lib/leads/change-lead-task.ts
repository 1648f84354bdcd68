import { and, eq, isNull } from "drizzle-orm";
import { tasks } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { together } from "@/lib/data/doors";
import { deleteTask } from "@/lib/tasks/delete-task";
import type { TaskChanges } from "@/lib/tasks/model";
import { tickStep } from "@/lib/tasks/tick-step";
import { updateTask } from "@/lib/tasks/update-task";
import { getLead } from "./get-lead";

type LeadTask = { leadId: string; taskId: string };

/**
 * Changes a task of a lead, and ticks off its steps or opens them again.
 * @throws NotFound when there is no such task on a lead that the caller may read; Invalid as updateTask.
 */
export function updateLeadTask(
  context: Context,
  { steps = [], changes, ...task }: LeadTask & { changes: TaskChanges; steps?: { id: string; completed: boolean }[] },
): Promise<void> {
  return together(context, async (inside) => {
    await requireLeadTask(inside, task);
    if (Object.keys(changes).length > 0) await updateTask(inside, { taskId: task.taskId, changes });
    for (const { id, completed } of steps) await tickStep(inside, { taskId: task.taskId, stepId: id, completed });
  });
}

/** Deletes a task of a lead. @throws NotFound when there is no such task on a lead that the caller may read. */
export function deleteLeadTask(context: Context, task: LeadTask): Promise<void> {
  return together(context, async (inside) => {
    await requireLeadTask(inside, task);
    await deleteTask(inside, { taskId: task.taskId });
  });
}

async function requireLeadTask(context: Context, { leadId, taskId }: LeadTask): Promise<void> {
  const lead = await getLead(context, { id: leadId });
  const found = await context.transaction
    ?.select({ id: tasks.id })
    .from(tasks)
    .where(
      and(
        eq(tasks.locationId, context.location.id),
        eq(tasks.id, taskId),
        eq(tasks.opportunityId, lead.id),
        isNull(tasks.deletedAt),
      ),
    );
  if (!found?.[0]) throw new NotFound("task");
}
