/** How the text of a cell becomes the value of a field. */
export type ValueKind =
  | "text"
  | "long_text"
  | "email"
  | "phone"
  | "money"
  | "currency"
  | "number"
  | "date"
  | "moment"
  | "yes_no"
  | "words"
  | "reference";

/** A field of a contact or a lead that a column of a file can fill. */
export type TargetField = { kind: ValueKind; label: string; of: "contact" | "lead" };

const contact = (label: string, kind: ValueKind = "text"): TargetField => ({ kind, label, of: "contact" });
const lead = (label: string, kind: ValueKind = "text"): TargetField => ({ kind, label, of: "lead" });

/** Every field of ours that a column can fill, in the order in which people choose from them. */
export const targetFields = {
  "contact.firstName": contact("First name"),
  "contact.lastName": contact("Last name"),
  "contact.name": contact("Full name"),
  "contact.email": contact("Email", "email"),
  "contact.phone": contact("Phone", "phone"),
  "contact.mobile": contact("Mobile", "phone"),
  "contact.whatsapp": contact("WhatsApp", "phone"),
  "contact.companyName": contact("Company"),
  "contact.jobTitle": contact("Job title"),
  "contact.website": contact("Website"),
  "contact.address": contact("Street address"),
  "contact.city": contact("City"),
  "contact.state": contact("State or region"),
  "contact.postalCode": contact("Postal code"),
  "contact.country": contact("Country"),
  "contact.tags": contact("Tags", "words"),
  "contact.salutation": contact("Salutation"),
  "contact.middleName": contact("Middle name"),
  "contact.phoneExtension": contact("Phone extension"),
  "contact.fax": contact("Fax", "phone"),
  "contact.industry": contact("Industry"),
  "contact.employees": contact("Number of employees"),
  "contact.annualRevenue": contact("Annual revenue", "number"),
  "contact.language": contact("Language"),
  "contact.gender": contact("Gender"),
  "contact.territory": contact("Territory"),
  "contact.marketSegment": contact("Market segment"),
  "contact.unsubscribed": contact("Unsubscribed from mail", "yes_no"),
  "lead.name": lead("Lead name"),
  "lead.value": lead("Value", "money"),
  "lead.currency": lead("Currency of the value", "currency"),
  "lead.stage": lead("Stage", "reference"),
  "lead.pipeline": lead("Pipeline", "reference"),
  "lead.status": lead("Status (open, won, lost)", "reference"),
  "lead.owner": lead("Owner", "reference"),
  "lead.source": lead("Source"),
  "lead.description": lead("Description", "long_text"),
  "lead.note": lead("Note", "long_text"),
  "lead.createdAt": lead("Created on", "moment"),
  "lead.lastContactedOn": lead("Last contacted on", "date"),
  "lead.utmSource": lead("UTM source"),
  "lead.utmMedium": lead("UTM medium"),
  "lead.utmCampaign": lead("UTM campaign"),
  "lead.utmContent": lead("UTM content"),
} as const satisfies Record<string, TargetField>;

/** The name of such a field. */
export type FieldTarget = keyof typeof targetFields;

/** The types of custom fields that an import can make. */
export const newFieldTypes = ["text", "large_text", "number", "date", "checkbox"] as const;
export type NewFieldType = (typeof newFieldTypes)[number];

/** What a column fills: a field of ours, a custom field by its id, or a new custom field named like the column. */
export type Target = FieldTarget | `custom:${string}` | `new:${NewFieldType}`;

/** Whether a text names a target. */
export function isTarget(text: string): text is Target {
  if (Object.hasOwn(targetFields, text)) return true;
  const [kind, rest = ""] = text.split(":");
  if (kind === "custom") return /^[0-9A-Za-z]{20}$/.test(rest);
  return kind === "new" && newFieldTypes.some((type) => type === rest);
}

/** Targets that several columns may fill together: their texts are joined. */
export const joinedTargets: ReadonlySet<string> = new Set<FieldTarget>([
  "contact.tags",
  "lead.note",
  "lead.description",
]);

/** At least one of these has to be filled: a lead is somebody. */
export const namingTargets: readonly FieldTarget[] = [
  "contact.email",
  "contact.phone",
  "contact.mobile",
  "contact.name",
  "contact.firstName",
  "contact.lastName",
  "contact.companyName",
  "lead.name",
];
