import type { Context } from "@/lib/access/context";
import { together } from "@/lib/data/doors";
import { addSteps } from "@/lib/tasks/add-steps";
import { createTask } from "@/lib/tasks/create-task";
import type { Task, TaskChanges } from "@/lib/tasks/model";
import { getLead } from "./get-lead";
import type { LeadReference } from "./model";

export type AddLeadTask = Omit<TaskChanges, "title"> & {
  lead: LeadReference;
  title: string;
  /** The texts of its steps, in their order. */
  steps?: string[];
};

/**
 * Makes a task about a lead.
 * @throws NotFound for a lead that the caller may not read; Invalid as createTask.
 */
export function addLeadTask(context: Context, { lead: reference, steps = [], ...task }: AddLeadTask): Promise<Task> {
  return together(context, async (inside) => {
    const lead = await getLead(inside, reference);
    const made = await createTask(inside, { ...task, contactId: lead.contact.id, opportunityId: lead.id });
    await addSteps(inside.transaction, inside, { taskId: made.id, texts: steps });
    return made;
  });
}
