import { and, eq, isNull } from "drizzle-orm";
import { workflowEnrolments, workflows } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { requireContact } from "@/lib/contacts/get-contact";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";

type InWorkflow = { contactId: string; workflowId: string };

/**
 * Enrols a contact in a workflow, from `startsAt` on (now, unless given). One that is enrolled stays
 * so; a start that is given again is the new one.
 * @throws NotFound for either.
 */
export function enrolContact(
  context: Context,
  { contactId, workflowId, startsAt }: InWorkflow & { startsAt?: Date },
): Promise<void> {
  return change(context, async (transaction) => {
    await requireBoth(transaction, context, { contactId, workflowId });
    const { id: locationId } = context.location;
    const start = startsAt ?? context.now;
    const added = await transaction
      .insert(workflowEnrolments)
      .values({ locationId, id: newId(), contactId, workflowId, startsAt: start })
      .onConflictDoNothing()
      .returning({ id: workflowEnrolments.id });
    const subject = { type: "contact", id: contactId };
    const after = { workflowId, startsAt: start };
    if (added.length > 0)
      return { result: undefined, events: [{ type: "contact.enrolled", subject, contactId, after }] };
    if (startsAt === undefined) return { result: undefined, unchanged: true };
    await transaction
      .update(workflowEnrolments)
      .set({ startsAt, updatedAt: context.now })
      .where(running(context, { contactId, workflowId }));
    return { result: undefined, events: [{ type: "contact.enrolled", subject, contactId, after }] };
  });
}

/** Ends the enrolment of a contact in a workflow, if there is one. @throws NotFound for either. */
export function endEnrolment(context: Context, { contactId, workflowId }: InWorkflow): Promise<void> {
  return change(context, async (transaction) => {
    await requireBoth(transaction, context, { contactId, workflowId });
    const ended = await transaction
      .update(workflowEnrolments)
      .set({ endedAt: context.now, updatedAt: context.now })
      .where(running(context, { contactId, workflowId }))
      .returning({ id: workflowEnrolments.id });
    if (ended.length === 0) return { result: undefined, unchanged: true };
    const subject = { type: "contact", id: contactId };
    return { result: undefined, events: [{ type: "contact.unenrolled", subject, contactId, after: { workflowId } }] };
  });
}

async function requireBoth(transaction: Transaction, context: Context, { contactId, workflowId }: InWorkflow) {
  await requireContact(transaction, context, contactId);
  const [workflow] = await transaction
    .select({ id: workflows.id })
    .from(workflows)
    .where(and(eq(workflows.locationId, context.location.id), eq(workflows.id, workflowId)));
  if (!workflow) throw new NotFound("workflow");
}

const running = ({ location }: Context, { contactId, workflowId }: InWorkflow) =>
  and(
    eq(workflowEnrolments.locationId, location.id),
    eq(workflowEnrolments.contactId, contactId),
    eq(workflowEnrolments.workflowId, workflowId),
    isNull(workflowEnrolments.endedAt),
  );
