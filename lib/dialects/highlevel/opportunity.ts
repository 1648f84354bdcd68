import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { orNull } from "@/lib/dialects/shared/fields";
import { decimalFromMinor, minorFromDecimal } from "@/lib/kit/money";
import type { Opportunity } from "@/lib/leads/get-opportunity";
import { leadStatuses } from "@/lib/leads/model";
import type { OpportunityChanges } from "@/lib/leads/save-opportunity";
import { printPhone } from "./contact";
import {
  customFieldInputs,
  fieldValue,
  filled,
  givenValues,
  id,
  iso,
  known,
  oneOf,
  pathId,
  printFieldValue,
  reference,
  short,
} from "./fields";

/** Where an opportunity stands; and the word of a search for all of them, which the documents allow in a write as well. */
export const searchStates = [...leadStatuses, "all"] as const;
// An opportunity stands in one state: who writes `all` says nothing of which.
const status = z
  .enum(searchStates, oneOf(searchStates))
  .transform((word) => (word === "all" ? undefined : word))
  .describe("`all`, a word of searches, names no state: what is new is open then, and the rest stays as it is.");

const monetaryValue = z
  .number("must be a number conforming to the specified constraints")
  .min(0, "must not be less than 0")
  .max(999_999_999_999, "must not be greater than 999999999999");

const fields = {
  pipelineStageId: reference.nullish(),
  monetaryValue: monetaryValue.nullish(),
  assignedTo: reference.nullish(),
  source: short.nullish(),
  lostReasonId: reference.nullish(),
  customFields: customFieldInputs.optional(),
};

export const CreateOpportunityBody = known({
  pipelineId: id,
  locationId: short,
  name: filled(short),
  status,
  contactId: id,
  ...fields,
});

export const UpdateOpportunityBody = known({
  pipelineId: id.optional(),
  name: filled(short).optional(),
  status: status.optional(),
  ...fields,
});

const actions = ["add", "remove"] as const;

export const UpsertOpportunityBody = known({
  id: reference.optional(),
  pipelineId: id,
  locationId: short,
  // Later clients name an opportunity instead.
  contactId: reference.optional(),
  name: short.optional(),
  status: status.optional(),
  ...fields,
  followers: z.array(id).max(100, "must contain no more than 100 elements").optional(),
  isRemoveAllFollowers: z.boolean("must be a boolean value").optional(),
  followersActionType: z.enum(actions, oneOf(actions)).optional(),
}).refine(({ id: named, contactId }) => named || contactId, { path: ["contactId"], error: "should not be empty" });

export const StatusBody = known({ status, lostReasonId: reference.nullish() });
export const OpportunityPath = z.object({ id: pathId });

/** Where errors about fields of the domain are reported. */
export const opportunityNames = {
  valueMinor: "monetaryValue",
  stageId: "pipelineStageId",
  stage: "pipelineStageId",
  ownerId: "assignedTo",
  owner: "assignedTo",
  customValues: "customFields",
};

/** What a body says of an opportunity, beside what makes it one. */
export function opportunityChangesOf(
  body: z.infer<typeof UpdateOpportunityBody>,
  { location }: Context,
): OpportunityChanges {
  const { monetaryValue: value } = body;
  const valueMinor =
    value === undefined || value === null ? value : minorFromDecimal(decimalText(value), location.currency);
  if (value !== null && valueMinor === null)
    throw Invalid.field("monetaryValue", "number", "must be a number conforming to the specified constraints");
  return {
    name: body.name,
    pipelineId: body.pipelineId,
    stageId: body.pipelineStageId || undefined,
    status: body.status,
    lostReasonId: orNull(body.lostReasonId),
    valueMinor,
    ownerId: orNull(body.assignedTo),
    source: orNull(body.source),
    customValues: givenValues(body.customFields),
  };
}

/** A number in digits: very small ones have no exponent. */
const decimalText = (value: number): string => (/e/i.test(String(value)) ? value.toFixed(10) : String(value));

/** What an upsert says of an opportunity. */
export function upsertOf(body: z.infer<typeof UpsertOpportunityBody>, context: Context) {
  const { id: named, contactId = "", followers = [], followersActionType, name } = body;
  const people = followersActionType === "remove" ? { remove: followers } : { add: followers };
  return {
    ...opportunityChangesOf(body, context),
    name: name?.trim() ? name : undefined,
    id: named || undefined,
    contactId,
    pipelineId: body.pipelineId,
    followers: { ...people, removesAll: body.isRemoveAllFollowers },
  };
}

const text = z.string().nullable();

const OpportunityShape = z
  .object({
    id: z.string(),
    name: z.string(),
    monetaryValue: z.number(),
    pipelineId: z.string(),
    pipelineStageId: z.string(),
    assignedTo: text,
    status: z.string(),
    lostReasonId: text,
    source: text,
    lastStatusChangeAt: z.string(),
    lastStageChangeAt: z.string(),
    lastActionDate: z.string(),
    indexVersion: z.number(),
    createdAt: z.string(),
    updatedAt: z.string(),
    contactId: z.string(),
    locationId: z.string(),
    contact: z.object({
      id: z.string(),
      name: text,
      companyName: text,
      email: text,
      phone: text,
      tags: z.array(z.string()),
    }),
    notes: z.array(z.string()).describe("Ids; where they were asked for."),
    tasks: z.array(z.string()).describe("Ids; where they were asked for."),
    calendarEvents: z.array(z.string()).describe("Ids; where they were asked for."),
    customFields: z.array(z.object({ id: z.string(), fieldValue })),
    followers: z.array(z.array(z.string())).describe("Lists of one id each: so the documents have it."),
  })
  .meta({ id: "HighLevelOpportunity" });

export const OpportunityAnswer = z.object({ opportunity: OpportunityShape });
export const OpportunityUpserted = z.object({ opportunity: OpportunityShape, new: z.boolean() });

/** An opportunity as this API prints it: money in major units. */
export function printOpportunity(found: Opportunity, { location }: Context): z.infer<typeof OpportunityShape> {
  const { lead, customValues } = found;
  const { contact } = lead;
  return {
    id: lead.id,
    name: lead.name,
    monetaryValue: Number(decimalFromMinor(lead.valueMinor ?? 0, lead.currency)),
    pipelineId: lead.stage.pipelineId,
    pipelineStageId: lead.stage.id,
    assignedTo: lead.ownerId,
    status: lead.status,
    lostReasonId: lead.lostReasonId,
    source: lead.source,
    lastStatusChangeAt: iso(lead.statusChangedAt),
    lastStageChangeAt: iso(lead.stageChangedAt),
    lastActionDate: iso(lead.updatedAt),
    indexVersion: lead.version,
    createdAt: iso(lead.createdAt),
    updatedAt: iso(lead.updatedAt),
    contactId: contact.id,
    locationId: location.id,
    contact: {
      id: contact.id,
      name: contact.name,
      companyName: contact.companyName,
      email: contact.email?.toLowerCase() ?? null,
      phone: contact.phone && printPhone(contact.phone, location),
      tags: contact.tags,
    },
    notes: found.noteIds ?? [],
    tasks: found.taskIds ?? [],
    calendarEvents: found.appointmentIds ?? [],
    customFields: customValues.map(({ id: fieldId, value }) => ({ id: fieldId, fieldValue: printFieldValue(value) })),
    followers: lead.followerIds.map((userId) => [userId]),
  };
}
