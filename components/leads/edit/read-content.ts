import { laterMessages } from "@/components/leads/later-messages";
import { currencyExponent } from "@/lib/kit/money";
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
      const number = readNumber(text);
      return number === null ? { problem: laterMessages.problems.number } : { content: number };
    }
    case "money": {
      const number = readNumber(text);
      if (number === null) return { problem: laterMessages.problems.number };
      const minor = Math.round(number * 10 ** currencyExponent(currency));
      return Number.isSafeInteger(minor) ? { content: minor } : { problem: laterMessages.problems.tooLarge };
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

/** A number as people write it: `1,250.50`, `1 250`, `$300`; the comma of thousands is left out. */
function readNumber(text: string): number | null {
  const plain = text.replaceAll(/[\s,_'’]|^[^\d.+-]+/g, "");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
