import { contactFieldNames } from "@/components/fields/contact-field-messages";
import { formatMoney } from "@/components/fields/money";
import type { LeadChoicesAnswer } from "@/lib/dialects/native/lead-choices";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import type { StagesAnswer } from "@/lib/dialects/native/stages";
import { sayDate, sayMoment } from "@/lib/kit/moment";
import { fieldMessages } from "./facts/messages";
import { messages } from "./messages";

/** What people call a field, by its name in the API or in an event. */
export function labelOf(name: string, record?: LeadRecordAnswer): string {
  const plain = name.replace(/^contact\./, "");
  const custom = record?.customFields.find(({ id }) => `custom:${id}` === name);
  if (custom) return custom.name;
  const ofContact: Readonly<Record<string, string>> = { ...fieldMessages.names, ...contactFieldNames };
  const ofLead: Readonly<Record<string, string>> = fieldMessages.fields;
  // `name` is the lead's where it is not the contact's.
  const known = (name.startsWith("contact.") ? undefined : ofLead[plain]) ?? ofContact[plain];
  return known ?? sentenceCase(plain.replace(/(Id|Minor|Normal)$/, "").replaceAll(/([A-Z])/g, " $1"));
}

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();

type Around = {
  currency: string;
  asOf: string;
  timeZone: string;
  choices?: LeadChoicesAnswer;
  stages?: StagesAnswer["stages"];
};

/** Whether a field has nothing in it. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** A value of a field as people read it. */
export function sayValue(name: string, value: unknown, around: Around): string {
  if (isEmpty(value)) return messages.empty;
  if (name === "valueMinor" && typeof value === "number") return formatMoney(value, around.currency);
  if (value === true) return messages.yes;
  if (value === false) return messages.no;
  if (name === "stageId") return around.stages?.find(({ id }) => id === value)?.name ?? textOf(value);
  if (name === "categoryId") return around.choices?.categories.find(({ id }) => id === value)?.name ?? textOf(value);
  if (Array.isArray(value))
    return value.map((part) => around.choices?.users.find(({ id }) => id === part)?.name ?? textOf(part)).join(", ");
  if (name === "status" && typeof value === "string" && value in messages.statuses)
    // The line above says that it is one of them.
    return messages.statuses[value as keyof typeof messages.statuses];
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return sayDate(value, true);
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value))
    return sayMoment(new Date(value), new Date(around.asOf), around.timeZone);
  return textOf(value);
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
