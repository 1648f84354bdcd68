import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { leadAttributeNames } from "@/lib/leads/model";

type Lead = LeadRecordAnswer["lead"];
type CustomField = LeadRecordAnswer["customFields"][number];

/** One field of a lead: its name in the API, which part of a change it stands in, and what it has now. */
export type LeadField = {
  /** `valueMinor`, `contact.email`, `custom:<id>`: as clashes name it. */
  name: string;
  value: unknown;
};

/** A change of fields as the API takes it: those of the contact and custom ones stand in parts of their own. */
export function partsOf(fields: Record<string, unknown>): Record<string, unknown> {
  const parts: Record<string, unknown> = {};
  const contact: Record<string, unknown> = {};
  const custom: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith("contact.")) contact[name.slice(8)] = value;
    else if (name.startsWith("custom:")) custom[name.slice(7)] = value;
    else parts[name] = value;
  }
  if (Object.keys(contact).length > 0) parts.contact = contact;
  if (Object.keys(custom).length > 0) parts.custom = custom;
  return parts;
}

/** What a field of the record has now. */
export function valueOf({ lead, customFields }: LeadRecordAnswer, name: string): unknown {
  if (name.startsWith("contact.")) return lead.contact[name.slice(8)] ?? null;
  if (name.startsWith("custom:")) return customFields.find(({ id }) => id === name.slice(7))?.value ?? null;
  if (name === "stageId") return lead.stage.id;
  if (name === "categoryId") return lead.category.id;
  if (name === "assignedIds") return lead.assigned.map(({ id }) => id);
  if (name === "tags") return lead.contact.tags ?? [];
  if (leadAttributeNames.some((each) => each === name)) return lead.attributes[name] ?? null;
  return Reflect.get(lead, name) ?? null;
}

/** The record as it will be once the fields are changed; what only the server knows stays. */
export function withFields(record: LeadRecordAnswer, fields: Record<string, unknown>): LeadRecordAnswer {
  let { lead, customFields } = record;
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith("custom:"))
      customFields = customFields.map((field) => (field.id === name.slice(7) ? withValue(field, value) : field));
    else lead = leadWith(lead, name, value);
  }
  return { ...record, lead, customFields };
}

const withValue = (field: CustomField, value: unknown): CustomField => ({ ...field, value });

function leadWith(lead: Lead, name: string, value: unknown): Lead {
  // What the editor of a field gives out is what the field takes.
  const fact = value as Lead["contact"][string];
  if (name.startsWith("contact.")) return { ...lead, contact: { ...lead.contact, [name.slice(8)]: fact } };
  if (name === "tags") return { ...lead, contact: { ...lead.contact, tags: fact } };
  if (leadAttributeNames.some((each) => each === name))
    return { ...lead, attributes: { ...lead.attributes, [name]: fact } };
  return name in lead ? { ...lead, [name]: value } : lead;
}
