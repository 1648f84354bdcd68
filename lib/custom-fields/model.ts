import type { Issue } from "@/lib/access/errors";
import { isDate } from "@/lib/kit/zone";

export type CustomFieldType = "text" | "large_text" | "number" | "date" | "checkbox" | "option" | "options";

/** A field that a location added to its leads or contacts. */
export type CustomField = {
  id: string;
  fieldKey: string;
  name: string;
  dataType: CustomFieldType;
  options: string[];
  required: boolean;
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
    case "number": {
      const number = typeof value === "number" ? value : text?.trim() ? Number(text) : Number.NaN;
      return Number.isFinite(number) ? number : undefined;
    }
    case "date":
      return text !== undefined && isDate(text) ? text : undefined;
    case "checkbox":
      if (typeof value === "boolean") return value;
      return text !== undefined && /^(1|0|on|off|yes|no|true|false)$/i.test(text)
        ? /^(1|on|yes|true)$/i.test(text)
        : undefined;
    case "option":
      return text !== undefined && field.options.includes(text) ? text : undefined;
    case "options": {
      const list = Array.isArray(value) ? value : [value];
      return list.every((entry) => typeof entry === "string" && field.options.includes(entry)) ? list : undefined;
    }
  }
}

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
    const value = sent[field.fieldKey];
    if (isBlank(value)) {
      if (field.required)
        issues.push({ path: [field.fieldKey], rule: "required", message: `${field.name} is required.` });
      continue;
    }
    const stored = storedValue(field, value);
    if (stored === undefined)
      issues.push({
        path: [field.fieldKey],
        rule: "custom_value",
        message: `${field.name} does not fit: it is of type ${field.dataType}.`,
      });
    else values.set(field.id, stored);
  }
  return { values, issues };
}
