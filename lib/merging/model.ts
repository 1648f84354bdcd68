import { contactFieldNames } from "@/lib/contacts/model";
import { leadAttributeNames } from "@/lib/leads/model";

/** Fields of contacts of which a merge takes one value, or another. */
export const mergedContactFields = contactFieldNames;
export type MergedContactField = (typeof mergedContactFields)[number];

/** Fields of contacts of which a merge takes what the survivor has, else the first that is known, without asking. */
export const learntContactFields = ["source", "timeZone", "dateOfBirth", "businessId", "assignedToId"] as const;

/** Fields of leads of which a merge takes one value, or another. */
export const mergedLeadFields = [
  "name",
  "valueMinor",
  "source",
  "description",
  "lastContactedOn",
  "categoryId",
  "ownerId",
] as const;
export type MergedLeadField = (typeof mergedLeadFields)[number];

/** The same of leads. */
export const learntLeadFields = leadAttributeNames.filter((name) => name !== "lifecycle" && name !== "ownerReference");

/** Which records become one, and whose value each field takes: the survivor's, where nothing is said and it has one. */
export type MergeChoice<Field extends string> = {
  survivorId: string;
  otherIds: string[];
  /** By field, the id of the record whose value it takes. */
  fields: Partial<Record<Field, string>>;
};

/** How many records are put together at once at most. */
export const mostMerged = 10;
