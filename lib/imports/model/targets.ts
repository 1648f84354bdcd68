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
export type TargetField = { kind: ValueKind; of: "contact" | "lead" };

const contact = (kind: ValueKind = "text"): TargetField => ({ kind, of: "contact" });
const lead = (kind: ValueKind = "text"): TargetField => ({ kind, of: "lead" });

/** Every field of ours that a column can fill, in the order in which people choose from them. */
export const targetFields = {
  "contact.firstName": contact(),
  "contact.lastName": contact(),
  "contact.name": contact(),
  "contact.email": contact("email"),
  "contact.phone": contact("phone"),
  "contact.mobile": contact("phone"),
  "contact.whatsapp": contact("phone"),
  "contact.companyName": contact(),
  "contact.jobTitle": contact(),
  "contact.website": contact(),
  "contact.address": contact(),
  "contact.city": contact(),
  "contact.state": contact(),
  "contact.postalCode": contact(),
  "contact.country": contact(),
  "contact.tags": contact("words"),
  "contact.salutation": contact(),
  "contact.middleName": contact(),
  "contact.phoneExtension": contact(),
  "contact.fax": contact("phone"),
  "contact.industry": contact(),
  "contact.employees": contact(),
  "contact.annualRevenue": contact("number"),
  "contact.language": contact(),
  "contact.gender": contact(),
  "contact.territory": contact(),
  "contact.marketSegment": contact(),
  "contact.unsubscribed": contact("yes_no"),
  "lead.name": lead(),
  "lead.value": lead("money"),
  "lead.currency": lead("currency"),
  "lead.stage": lead("reference"),
  "lead.pipeline": lead("reference"),
  "lead.status": lead("reference"),
  "lead.owner": lead("reference"),
  "lead.source": lead(),
  "lead.description": lead("long_text"),
  "lead.note": lead("long_text"),
  "lead.createdAt": lead("moment"),
  "lead.lastContactedOn": lead("date"),
  "lead.utmSource": lead(),
  "lead.utmMedium": lead(),
  "lead.utmCampaign": lead(),
  "lead.utmContent": lead(),
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
