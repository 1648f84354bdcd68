import { numberMessages } from "@/components/fields/number-messages";
import { laterMessages } from "@/components/leads/later-messages";
import { minorFromDecimal } from "@/lib/kit/money";
import { readNumber } from "@/lib/kit/read-number";
import type { EditKind } from "./edit-kind";
import type { CellContent } from "./editable";

/** What somebody typed into a cell, as what it is; or what is wrong with it. */
export type ReadContent = { content: CellContent } | { problem: string };

const longestText = 1000;

/** Reads what was typed. Empty is nothing; a name can not be nothing. */
export function readContent(
  kind: EditKind,
  typed: string,
  { currency, isRequired }: { currency: string; isRequired: boolean },
): ReadContent {
  const text = typed.trim();
  if (text === "") return isRequired ? { problem: laterMessages.problems.required } : { content: null };
  switch (kind) {
    case "number": {
      const plain = readNumber(text);
      return plain === null ? { problem: numberMessages.notNumber() } : { content: Number(plain) };
    }
    case "money": {
      const plain = readNumber(text);
      if (plain === null) return { problem: numberMessages.notNumber() };
      const minor = minorFromDecimal(plain, currency);
      return minor === null ? { problem: laterMessages.problems.tooLarge } : { content: minor };
    }
    case "email":
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? { content: text } : { problem: laterMessages.problems.email };
    case "phone":
      return /\d{3}/.test(text) && text.length <= 40 ? { content: text } : { problem: laterMessages.problems.phone };
    case "date":
      return /^\d{4}-\d\d-\d\d$/.test(text) ? { content: text } : { problem: laterMessages.problems.date };
    case "text":
    case "flag":
    case "choice":
    case "choices":
      return text.length <= longestText ? { content: text } : { problem: laterMessages.problems.tooLong };
  }
}
