import { numberMessages } from "@/components/fields/number-messages";
import { messages } from "@/components/lead-record/messages";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { decimalFromMinor, minorFromDecimal } from "@/lib/kit/money";
import { readNumber, typeNumber } from "@/lib/kit/read-number";

type Option = { value: string; label: string };

/** How a field is edited: the control, and how its text and the field's value become each other. */
export type Editing = { hint?: string } & (
  | {
      type: "line";
      input?: "email" | "tel" | "date" | "time" | "url";
      mode?: "decimal";
      numeric?: boolean;
      /** `decimal`: a number that is kept as its decimal text. */
      kind?: "money" | "number" | "decimal" | "tags";
      currency?: string;
      required?: boolean;
    }
  | { type: "long" }
  | { type: "choice"; options: Option[]; required?: boolean; kind?: "flag" }
  | { type: "choices"; options: Option[] }
);

/** The text that the control of a field starts with. */
export function toText(editing: Editing, value: unknown): string {
  if (value === null || value === undefined) return "";
  const kind = editing.type === "line" ? editing.kind : undefined;
  if (kind === "money" && typeof value === "number") return typeNumber(decimalFromMinor(value, currencyOf(editing)));
  if ((kind === "number" && typeof value === "number") || (kind === "decimal" && typeof value === "string"))
    return typeNumber(value);
  if (Array.isArray(value)) return value.join(editing.type === "choices" ? "\n" : ", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The value that a text stands for, or what is wrong with it. An empty one clears the field. */
export function fromText(editing: Editing, text: string): { value: unknown } | { problem: string } {
  const trimmed = text.trim();
  if (editing.type === "choices") return { value: trimmed === "" ? [] : trimmed.split("\n") };
  if (editing.type === "line" && editing.kind === "tags")
    return { value: [...new Set(trimmed.split(",").map((word) => word.trim()))].filter(Boolean) };
  if (trimmed === "") return { value: null };
  if (editing.type === "choice" && editing.kind === "flag") return { value: trimmed === "true" };
  if (editing.type !== "line") return { value: trimmed };
  if (editing.kind === "money") {
    const minor = minorFromDecimal(readNumber(trimmed) ?? "", currencyOf(editing));
    return minor === null ? { problem: numberMessages.notMoney() } : { value: minor };
  }
  if (editing.kind === "number" || editing.kind === "decimal") {
    const plain = readNumber(trimmed);
    if (plain === null) return { problem: numberMessages.notNumber() };
    return { value: editing.kind === "number" ? Number(plain) : plain };
  }
  return { value: trimmed };
}

const currencyOf = (editing: Editing): string => (editing.type === "line" && editing.currency) || "USD";

const yesOrNo = (): Option[] => [
  { value: "true", label: messages.yes },
  { value: "false", label: messages.no },
];

/** How a custom field is edited; null for those that only programs fill. */
export function editingOf({ dataType, options, required }: LeadRecordAnswer["customFields"][number]): Editing | null {
  const words = options.map((option) => ({ value: option, label: option }));
  switch (dataType) {
    case "text":
      return { type: "line" };
    case "large_text":
      return { type: "long" };
    case "phone":
      return { type: "line", input: "tel" };
    case "number":
    case "money":
      return { type: "line", mode: "decimal", numeric: true, kind: "number" };
    case "date":
      return { type: "line", input: "date" };
    case "time":
      return { type: "line", input: "time" };
    case "checkbox":
      return { type: "choice", options: yesOrNo(), kind: "flag", required };
    case "option":
    case "radio":
      return { type: "choice", options: words, required };
    case "options":
    case "checkboxes":
      return { type: "choices", options: words };
    case "text_list":
    case "files":
    case "signature":
      return null;
  }
}

/** How a field of the contact is edited, by its name. */
export function editingOfContact(name: string): Editing {
  if (name === "email") return { type: "line", input: "email" };
  if (["phone", "mobile", "whatsapp", "fax"].includes(name)) return { type: "line", input: "tel" };
  if (name === "annualRevenue") return { type: "line", mode: "decimal", numeric: true, kind: "decimal" };
  if (name === "unsubscribed" || name === "blogSubscriber")
    return { type: "choice", options: yesOrNo(), kind: "flag", required: true };
  return { type: "line" };
}
