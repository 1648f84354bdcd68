import type { LeadAttributes } from "./model";

/** The plain attributes among what a command says. */
export function attributesOf(changes: Partial<LeadAttributes>): Partial<LeadAttributes> {
  const {
    lifecycle,
    ownerReference,
    customerName,
    leadType,
    requestType,
    company,
    qualifiedBy,
    qualifiedOn,
    qualificationStatus,
    utmContent,
    utmSource,
    utmMedium,
    utmCampaign,
  } = changes;
  return {
    lifecycle,
    ownerReference,
    customerName,
    leadType,
    requestType,
    company,
    qualifiedBy,
    qualifiedOn,
    qualificationStatus,
    utmContent,
    utmSource,
    utmMedium,
    utmCampaign,
  };
}
