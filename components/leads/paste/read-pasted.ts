import { cellChoices } from "@/components/leads/edit/cell-choices";
import { editKindOf } from "@/components/leads/edit/edit-kind";
import type { CellContent } from "@/components/leads/edit/editable";
import { type ReadContent, readContent } from "@/components/leads/edit/read-content";
import type { FilterChoices } from "@/components/leads/filter/fields";
import { messages as leadsMessages } from "@/components/leads/messages";
import type { LeadRow } from "@/components/leads/queries";
import { pasteMessages as messages } from "./messages";

/** What a pasted text means in a cell: choices by their names, days as spreadsheets write them. */
export function readPasted(lead: LeadRow, column: string, text: string, known: FilterChoices): ReadContent {
  const kind = editKindOf(column, known);
  const typed = text.trim();
  switch (kind) {
    case null:
      return { problem: messages.fixed };
    case "choice":
      return readChoice(lead, column, typed, known);
    case "choices":
      return readWords(column, typed, cellChoices(lead, column, known));
    case "flag":
      return readFlag(typed);
    case "date":
      return readContent(kind, readDay(typed), { currency: lead.currency, isRequired: false });
    case "text":
    case "email":
    case "phone":
    case "number":
    case "money":
      return readContent(kind, typed, { currency: lead.currency, isRequired: column === "name" });
  }
}

function readChoice(lead: LeadRow, column: string, typed: string, known: FilterChoices): ReadContent {
  const choices = cellChoices(lead, column, known);
  if (typed === "" && column !== "stage") return { content: column === "owner" ? "" : null };
  const found = choices.find(({ label }) => isSame(label, typed));
  return found ? { content: found.value } : { problem: messages.noChoice(typed) };
}

function readWords(column: string, typed: string, choices: readonly { value: string }[]): ReadContent {
  const words = [...new Set(typed.split(/[,;]/).map((word) => word.trim()))].filter(Boolean);
  const known = words.map((word) => choices.find(({ value }) => isSame(value, word))?.value ?? word);
  // Tags are whatever people write; a field's options are those it has.
  const unknown = column === "tags" ? undefined : known.find((word) => !choices.some(({ value }) => value === word));
  return unknown === undefined ? { content: known } : { problem: messages.noChoice(unknown) };
}

function readFlag(typed: string): ReadContent {
  if (/^(yes|true|1|x|✓)$/i.test(typed) || isSame(typed, leadsMessages.yes)) return { content: true };
  const isNo = /^(no|false|0|)$/i.test(typed) || isSame(typed, leadsMessages.no);
  return isNo ? { content: false } : { problem: messages.noFlag };
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `2026-11-24` for what can only be that day: `2026/11/24`, `24 Nov 2026`, `Nov 24, 2026`; others as they are. */
function readDay(typed: string): string {
  const [, year, month, day] = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(typed) ?? worded(typed);
  return year && month && day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : typed;
}

function worded(typed: string): [string?, string?, string?, string?] {
  const [, day, name, year] =
    /^(\d{1,2})[. -]+(\p{L}{3,})[., -]+(\d{4})$/u.exec(typed) ??
    swapped(/^(\p{L}{3,})[. -]+(\d{1,2})[., -]+(\d{4})$/u.exec(typed));
  const month = name === undefined ? -1 : months.indexOf(name.slice(0, 3).toLowerCase());
  return month < 0 ? [] : [typed, year, String(month + 1), day];
}

const swapped = (match: RegExpExecArray | null): [string?, string?, string?, string?] =>
  match ? [match[0], match[2], match[1], match[3]] : [];

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether two contents of a cell are the same; what is empty is nothing. */
export const isSameContent = (one: CellContent, other: CellContent): boolean => asText(one) === asText(other);

const asText = (content: CellContent): string =>
  Array.isArray(content) ? content.join("\n") : content === null || content === false ? "" : String(content);
