import { messages } from "@/components/lead-record/messages";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { decimalFromMinor, minorFromDecimal } from "@/lib/kit/money";

type Option = { value: string; label: string };

/** How a field is edited: the control, and how its text and the field's value become each other. */
export type Editing = { hint?: string } & (
  | {
      type: "line";
      input?: "email" | "tel" | "date" | "time" | "url";
      mode?: "decimal";
      numeric?: boolean;
      kind?: "money" | "number" | "tags";
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
  if (editing.type === "line" && editing.kind === "money" && typeof value === "number")
    return decimalFromMinor(value, editing.currency ?? "USD");
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
    const minor = minorFromDecimal(trimmed.replaceAll(/[\s,']/g, ""), editing.currency ?? "USD");
    return minor === null ? { problem: messages.notMoney } : { value: minor };
  }
  if (editing.kind === "number") {
    const number = Number(trimmed.replaceAll(/[\s']/g, ""));
    return Number.isFinite(number) ? { value: number } : { problem: messages.notNumber };
  }
  return { value: trimmed };
}

const yesOrNo: Option[] = [
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
      return { type: "choice", options: yesOrNo, kind: "flag", required };
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
  if (name === "annualRevenue") return { type: "line", mode: "decimal", numeric: true };
  if (name === "unsubscribed" || name === "blogSubscriber")
    return { type: "choice", options: yesOrNo, kind: "flag", required: true };
  return { type: "line" };
}
