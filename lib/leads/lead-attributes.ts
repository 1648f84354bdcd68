import type { LeadAttributes } from "./model";

export const leadAttributeNames = [
  "lifecycle",
  "ownerReference",
  "customerName",
  "leadType",
  "requestType",
  "company",
  "qualifiedBy",
  "qualifiedOn",
  "qualificationStatus",
  "utmContent",
  "utmSource",
  "utmMedium",
  "utmCampaign",
] as const satisfies readonly (keyof LeadAttributes)[];

/** The plain attributes among what a command says. */
export function attributesOf(changes: Partial<LeadAttributes>): Partial<LeadAttributes> {
  const { lifecycle, ownerReference, customerName, leadType, requestType, company, qualifiedBy, qualifiedOn, qualificationStatus, utmContent, utmSource, utmMedium, utmCampaign } = changes;
  return { lifecycle, ownerReference, customerName, leadType, requestType, company, qualifiedBy, qualifiedOn, qualificationStatus, utmContent, utmSource, utmMedium, utmCampaign };
}
