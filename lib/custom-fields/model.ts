import type { Issue } from "@/lib/access/errors";
import { isDate } from "@/lib/kit/zone";

export const customFieldTypes = [
  "text",
  "large_text",
  "number",
  "money",
  "phone",
  "date",
  "time",
  "checkbox",
  "option",
  "radio",
  "options",
  "checkboxes",
  "text_list",
  "files",
  "signature",
] as const;
export type CustomFieldType = (typeof customFieldTypes)[number];

/** A field that a location added to its leads or contacts. */
export type CustomField = {
  id: string;
  fieldKey: string;
  name: string;
  dataType: CustomFieldType;
  options: string[];
  required: boolean;
};

/** The records that have custom fields. */
export const recordTypes = ["lead", "contact"] as const;
export type RecordType = (typeof recordTypes)[number];

/** A custom field with whose it is, where it stands among the others, and how forms ask for it. */
export type FieldOfRecord = CustomField & {
  recordType: RecordType;
  /** The heading it stands under; null: under none. */
  folder: string | null;
  position: number;
  form: CustomFieldForm;
};

/** How many records have a value of a field; that many at least where it is not exact. */
export type FieldUsage = { count: number; exact: boolean };

/** Whether values of a type are chosen from the field's options. */
export const takesOptions = (dataType: CustomFieldType): boolean =>
  ["option", "radio", "options", "checkboxes"].includes(dataType);

/** The types that every value of a type fits as it is. */
const alsoFits: Partial<Record<CustomFieldType, CustomFieldType[]>> = {
  text: ["large_text"],
  phone: ["text", "large_text"],
  number: ["money"],
  money: ["number"],
  option: ["radio"],
  radio: ["option"],
  options: ["checkboxes"],
  checkboxes: ["options"],
};

/** The types that a field can come to be of, the one it has first. */
export const typesFor = (dataType: CustomFieldType): CustomFieldType[] => [dataType, ...(alsoFits[dataType] ?? [])];

/** How forms ask for a value of a field. What is absent was not said. */
export type CustomFieldForm = {
  placeholder?: string;
  /** Endings of files, such as `.pdf`. */
  fileTypes?: string[];
  mostFiles?: number;
  /** What stands in the boxes of a list of texts before anything is written, by the box's name. */
  prefills?: Record<string, string>;
};

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
const shortText = 1000;
const longText = 20_000;

/** The stored form of a sent value, or undefined when it does not fit the field. Forms send everything as text. */
function storedValue(field: CustomField, value: unknown): unknown {
  const text = typeof value === "string" ? value : undefined;
  switch (field.dataType) {
    case "text":
      return text !== undefined && text.length <= shortText
        ? text
        : typeof value === "number"
          ? String(value)
          : undefined;
    case "large_text":
      return text !== undefined && text.length <= longText ? text : undefined;
    case "phone": {
      const phone = typeof value === "number" ? String(value) : text;
      return phone !== undefined && phone.length <= 40 && /\d/.test(phone) ? phone : undefined;
    }
    case "time":
      return text !== undefined && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text) ? text : undefined;
    case "number":
    case "money": {
      const number = typeof value === "number" ? value : text?.trim() ? Number(text) : Number.NaN;
      return Number.isFinite(number) ? number : undefined;
    }
    case "date":
      return dateOf(value);
    case "checkbox":
      if (typeof value === "boolean") return value;
      return text !== undefined && /^(1|0|on|off|yes|no|true|false)$/i.test(text)
        ? /^(1|on|yes|true)$/i.test(text)
        : undefined;
    case "option":
    case "radio":
      return text !== undefined && field.options.includes(text) ? text : undefined;
    case "options":
    case "checkboxes": {
      const list: unknown[] = Array.isArray(value) ? value : [value];
      const fits = list.every((entry) => typeof entry === "string" && field.options.includes(entry));
      return fits ? [...new Set(list)] : undefined;
    }
    case "text_list":
      return textsOf(field, value);
    case "files":
    case "signature":
      return isShortObject(value) || (text !== undefined && /^https?:/.test(text) && text.length <= shortText)
        ? value
        : undefined;
  }
}

/** What a field takes, in the words of an error. */
export function takenBy({ dataType, options }: Pick<CustomField, "dataType" | "options">): string {
  const named = options.length > 10 ? [...options.slice(0, 10), "..."].join(", ") : options.join(", ");
  switch (dataType) {
    case "text":
      return `a text of at most ${shortText} characters`;
    case "large_text":
      return `a text of at most ${longText} characters`;
    case "phone":
      return "a phone number";
    case "time":
      return "a time such as 09:30";
    case "number":
    case "money":
      return "a number";
    case "date":
      return "a date such as 2026-03-31";
    case "checkbox":
      return "true or false";
    case "option":
    case "radio":
      return `one of ${named}`;
    case "options":
    case "checkboxes":
      return `a list out of ${named}`;
    case "text_list":
      return options.length === 0 ? "texts by their names" : `texts by the names ${named}`;
    case "files":
    case "signature":
      return "a link, or an object that describes it";
  }
}

/** A date `yyyy-mm-dd`, also out of an instant in ISO 8601. */
function dateOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const date = /^\d{4}-\d{2}-\d{2}(?=$|T\d{2}:\d{2})/.exec(value)?.[0];
  return date !== undefined && isDate(date) && !Number.isNaN(Date.parse(value)) ? date : undefined;
}

/** Several texts under the names of the field's options (under any names where it has none). */
function textsOf(field: CustomField, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const entries: [string, unknown][] = Object.entries(value);
  const known = (name: string) => field.options.length === 0 || field.options.includes(name);
  return entries.length <= 50 &&
    entries.every(([name, text]) => known(name) && typeof text === "string" && text.length <= shortText)
    ? value
    : undefined;
}

const isShortObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && JSON.stringify(value).length <= longText;

/** A value for a custom field, which is named by its id or its key. Null and blanks clear it. */
export type GivenValue = { field: { id: string } | { key: string }; value: unknown };

/** The value to store for a field, null to clear it; or what is wrong with what was sent. */
export function readGivenValue(field: CustomField, value: unknown): { value: unknown } | { issue: Issue } {
  if (isBlank(value)) return { value: null };
  const stored = storedValue(field, value);
  if (stored !== undefined) return { value: stored };
  return { issue: misfit(field) };
}

const misfit = (field: CustomField): Issue => ({
  path: [field.fieldKey],
  rule: "custom_value",
  message: `${field.name} does not fit: it takes ${takenBy(field)}.`,
});

/**
 * The values to store for a record, by field id, out of what was sent by field key; and what is
 * wrong: a required field that is missing, a value that does not fit. Names that are no field of
 * the location are left alone.
 */
export function readCustomValues(
  fields: CustomField[],
  sent: Record<string, unknown>,
): { values: Map<string, unknown>; issues: Issue[] } {
  const values = new Map<string, unknown>();
  const issues: Issue[] = [];
  for (const field of fields) {
    // A field may be called as what every object has, such as its constructor.
    const value = Object.hasOwn(sent, field.fieldKey) ? sent[field.fieldKey] : undefined;
    if (isBlank(value)) {
      if (field.required)
        issues.push({ path: [field.fieldKey], rule: "required", message: `${field.name} is required.` });
      continue;
    }
    const stored = storedValue(field, value);
    if (stored === undefined) issues.push(misfit(field));
    else values.set(field.id, stored);
  }
  return { values, issues };
}
