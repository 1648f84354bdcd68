import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { customValues } from "@/db/schema/activity";
import { opportunities, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { getContact } from "@/lib/contacts/get-contact";
import { valuesInEvent } from "@/lib/custom-fields/lead-values";
import type { GivenValue } from "@/lib/custom-fields/model";
import { listFieldsOf, resolveGivenValues, saveValues } from "@/lib/custom-fields/record-values";
import { change, together } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { waitForOthers } from "@/lib/data/wait-for-others";
import { difference } from "@/lib/events/catalogue";
import { createLead } from "./create-lead";
import { type FollowChanges, followLead } from "./follow-lead";
import { getLead } from "./get-lead";
import { getOpportunity, type Opportunity } from "./get-opportunity";
import { leadEvent } from "./internal/edit-lead";
import { readableLeads } from "./internal/readable";
import { type Lead, type LeadStatus, noOwnerReference } from "./model";
import { moveLeads } from "./move-leads";
import { updateLead } from "./update-lead";

/** What a command says of an opportunity: undefined leaves alone, null clears. */
export type OpportunityChanges = {
  name?: string;
  pipelineId?: string;
  /** A stage of the pipeline; without one, a new pipeline starts in its first. */
  stageId?: string;
  status?: LeadStatus;
  lostReasonId?: string | null;
  valueMinor?: number | null;
  ownerId?: string | null;
  source?: string | null;
  /** Values by the field's id or key. */
  customValues?: GivenValue[];
  followers?: FollowChanges;
};

/** A new opportunity on a contact that is there. */
export type CreateOpportunity = OpportunityChanges & { contactId: string; pipelineId: string; name: string };

/**
 * Makes an opportunity: a lead on a contact that is known.
 * @throws Invalid for a contact, pipeline, user or reason that the location does not have, a stage of
 * another pipeline, a reason of what is not lost, and custom values that do not fit.
 */
export function createOpportunity(context: Context, input: CreateOpportunity): Promise<Opportunity> {
  return together(context, async (inside) => {
    await requireKnownContact(inside, input.contactId);
    const stageId = await requireStage(inside.transaction, inside, {
      stageId: input.stageId,
      pipelineId: input.pipelineId,
    });
    const lead = await createLead(inside, {
      contactId: input.contactId,
      name: input.name,
      valueMinor: input.valueMinor,
      source: input.source,
      stage: { id: stageId },
      ...(input.ownerId && { owner: { id: input.ownerId } }),
    });
    return finish(inside, lead, input);
  });
}

/**
 * Changes an opportunity.
 * @throws NotFound; Invalid for a pipeline, user or reason that the location does not have, a stage of
 * another pipeline, a reason of what is not lost, and custom values that do not fit.
 */
export function updateOpportunity(
  context: Context,
  { id, changes }: { id: string; changes: OpportunityChanges },
): Promise<Opportunity> {
  return together(context, async (inside) => {
    const lead = await getLead(inside, { id });
    const { pipelineId = lead.stage.pipelineId, stageId: asked } = changes;
    const staysInPipeline = pipelineId === lead.stage.pipelineId;
    const stageId =
      asked === undefined && staysInPipeline
        ? undefined
        : await requireStage(inside.transaction, inside, { stageId: asked, pipelineId });
    const { name, valueMinor, source, ownerId } = changes;
    const saysMore = [name, valueMinor, source, ownerId].some((part) => part !== undefined);
    if (saysMore)
      await updateLead(inside, {
        lead: { id },
        changes: {
          name,
          valueMinor,
          source,
          ...(ownerId && { owner: { id: ownerId } }),
          ...(ownerId === null && { ownerReference: noOwnerReference }),
        },
      });
    if (stageId !== undefined && stageId !== lead.stage.id) await moveLeads(inside, { leads: [{ id }], stageId });
    return finish(inside, lead, changes);
  });
}

/** An opportunity, and whether it was made just now. */
export type UpsertedOpportunity = { opportunity: Opportunity; isNew: boolean };

/**
 * Changes the opportunity that is named; else the contact's in the pipeline, an open one before others
 * and the newest first; else makes one.
 * @throws as createOpportunity and updateOpportunity.
 */
export function upsertOpportunity(
  context: Context,
  { id, ...input }: Omit<CreateOpportunity, "name"> & { name?: string; id?: string },
): Promise<UpsertedOpportunity> {
  return together(context, async (inside) => {
    const { contactId, ...changes } = input;
    if (id !== undefined) return { opportunity: await updateOpportunity(inside, { id, changes }), isNew: false };
    const contact = await requireKnownContact(inside, contactId);
    // Two upserts of one contact come one after the other: the second finds what the first has made.
    await waitForOthers(inside.transaction, `opportunity ${context.location.id} ${contactId} ${input.pipelineId}`);
    const [known] = await inside.transaction
      .select({ id: opportunities.id })
      .from(opportunities)
      .where(
        and(
          readableLeads(context),
          eq(opportunities.contactId, contactId),
          eq(opportunities.pipelineId, input.pipelineId),
        ),
      )
      .orderBy(sql`${opportunities.status} = 'open' desc`, desc(opportunities.createdAt), desc(opportunities.id))
      .limit(1);
    if (known) return { opportunity: await updateOpportunity(inside, { id: known.id, changes }), isNew: false };
    const name = input.name?.trim() || contact.name || contact.email || "New opportunity";
    return { opportunity: await createOpportunity(inside, { ...input, name }), isNew: true };
  });
}

/** Sets the status of an opportunity, and the reason of one that is lost; what is not said stays. @throws NotFound; Invalid as moveLeads. */
export async function setOpportunityStatus(
  context: Context,
  { id, status, lostReasonId }: { id: string; status?: LeadStatus; lostReasonId?: string | null },
): Promise<void> {
  await moveLeads(context, { leads: [{ id }], status, lostReasonId });
}

/** The parts of a command that are commands of their own: status, followers and custom values. */
async function finish(context: Context, lead: Lead, changes: OpportunityChanges): Promise<Opportunity> {
  const { id } = lead;
  const { status, lostReasonId, followers, customValues: given } = changes;
  if (status !== undefined || lostReasonId !== undefined)
    await moveLeads(context, { leads: [{ id }], status, lostReasonId });
  if (followers) await followLead(context, { lead: { id }, ...followers });
  if (given && given.length > 0) await setLeadValues(context, lead, given);
  return getOpportunity(context, { id });
}

async function requireKnownContact(context: Context, contactId: string) {
  try {
    return await getContact(context, contactId);
  } catch {
    throw Invalid.field("contactId", "unknown", "There is no such contact in the location.");
  }
}

/** The id of the stage that is named, or of the pipeline's first. @throws Invalid for one that is not the pipeline's. */
async function requireStage(
  transaction: ReadTransaction,
  context: Context,
  { stageId, pipelineId }: { stageId: string | undefined; pipelineId: string },
): Promise<string> {
  const of = await transaction
    .select({ id: stages.id })
    .from(stages)
    .where(and(eq(stages.locationId, context.location.id), eq(stages.pipelineId, pipelineId)))
    .orderBy(asc(stages.position), asc(stages.id));
  const [first] = of;
  if (!first) throw Invalid.field("pipelineId", "unknown", "There is no such pipeline in the location.");
  if (stageId === undefined) return first.id;
  if (of.some(({ id }) => id === stageId)) return stageId;
  throw Invalid.field("stageId", "unknown", "This is no stage of the pipeline. Choose one of its stages.");
}

/** Sets custom values of a lead: those that are named, and no others. @throws Invalid for values that do not fit. */
function setLeadValues(context: Context, lead: Lead, given: GivenValue[]): Promise<void> {
  return change(context, async (transaction) => {
    const { values, issues } = resolveGivenValues(await listFieldsOf(transaction, context, "lead"), given);
    if (issues.length > 0) throw new Invalid(issues);
    const kept = await transaction
      .select({ id: customValues.customFieldId, value: customValues.value })
      .from(customValues)
      .where(and(eq(customValues.locationId, context.location.id), eq(customValues.opportunityId, lead.id)));
    const before = valuesInEvent(kept.map(({ id, value }): [string, unknown] => [id, value]));
    const changed = difference<Record<string, unknown>>(before, valuesInEvent(values));
    if (Object.keys(changed.after).length === 0) return { result: undefined, unchanged: true };
    await saveValues(transaction, context, { opportunityId: lead.id }, values);
    await transaction
      .update(opportunities)
      .set({ version: sql`${opportunities.version} + 1`, updatedAt: context.now })
      .where(
        and(
          eq(opportunities.locationId, context.location.id),
          eq(opportunities.id, lead.id),
          isNull(opportunities.deletedAt),
        ),
      );
    return { result: undefined, events: [leadEvent(lead, { type: "lead.updated", ...changed })] };
  });
}
