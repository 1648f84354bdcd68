import { newId } from "@/lib/kit/id";
import type { Variables } from "./operations";

/** A statement as the product sent it. */
export type Statement = { text: string; name?: string; values?: unknown[] };

/** The statements of one transaction, with marks where values differ from request to request. */
export type Template = Statement[];

/** Marks can be part of no value: the product refuses these characters. */
const open = "\u0000<";
const close = ">\u0000";
const markPattern = new RegExp(`${open}([^>]*)${close}`, "g");
const idPattern = /\b[0-9A-Za-z]{20}\b/g;
const shortest = 4;

/**
 * The statements with the request's variables taken out, and the ids that were made for it: those
 * that sort after `since`.
 */
export function toTemplate(statements: Statement[], variables: Variables, since: string): Template {
  const entries = Object.entries(variables).toSorted(([, one], [, other]) => String(other).length - String(one).length);
  const marked = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(marked);
    if (typeof value === "number") {
      const name = entries.find(([, variable]) => variable === value)?.[0];
      return name === undefined ? value : `${open}#${name}${close}`;
    }
    if (typeof value !== "string") return value instanceof Date ? value.toISOString() : value;
    let text = value;
    for (const [name, variable] of entries) {
      const plain = String(variable);
      if (text === plain || (plain.length >= shortest && typeof variable === "string")) {
        text = text.replaceAll(plain, `${open}${name}${close}`);
      }
    }
    return text.replace(idPattern, (id) => (id > since ? `${open}new ${id}${close}` : id));
  };
  return statements.map(({ text, name, values }) => ({ text, name, values: values?.map(marked) }));
}

/** The statements of a template for one request: its variables put in, and new ids made. */
export function fromTemplate(template: Template, variables: Variables): Statement[] {
  const made = new Map<string, string>();
  const valueOf = (mark: string): string => {
    if (mark.startsWith("new ")) {
      const id = made.get(mark) ?? newId();
      made.set(mark, id);
      return id;
    }
    return String(variables[mark.replace(/^#/, "")]);
  };
  const filled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(filled);
    return typeof value === "string" ? value.replace(markPattern, (_, mark: string) => valueOf(mark)) : value;
  };
  return template.map(({ text, name, values }) => ({ text, name, values: values?.map(filled) }));
}

/** Whether a template has marks at all: one without is the same for each request. */
export const hasMarks = (template: Template): boolean => JSON.stringify(template).includes("\\u0000<");
