import { numberFormat } from "./number";

/**
 * A number as whoever reads it writes numbers, as plain decimal text: `1.250,50` of a German is
 * `1250.50`. Their grouping marks are left out where they group, as are spaces, apostrophes, and a
 * currency before or behind it. Null for what is no number so written, such as `12.50` of a German.
 */
export function readNumber(text: string): string | null {
  const { decimal, group, digits } = customs();
  const plain = text
    .replaceAll(bidiMarks, "")
    .trim()
    .replace(currencyAround, "")
    .replaceAll(/\p{Nd}/gu, (digit) => (digits.includes(digit) ? String(digits.indexOf(digit)) : digit))
    .replaceAll(/[\s_'’]/g, "")
    .replace(/^\u2212/, "-");
  const [whole = "", fraction = "", ...others] = plain.split(decimal);
  const ungrouped = whole.replace(/^[+-]/, "").split(group);
  const isGrouped = ungrouped.every((part, place) => {
    if (place === 0) return ungrouped.length === 1 ? /^\d*$/.test(part) : /^\d{1,3}$/.test(part);
    return place === ungrouped.length - 1 ? /^\d{3}$/.test(part) : /^\d{2,3}$/.test(part);
  });
  const figures = ungrouped.join("");
  if (others.length > 0 || !isGrouped || !/^\d*$/.test(fraction) || figures + fraction === "") return null;
  return `${whole.startsWith("-") ? "-" : ""}${figures || "0"}${fraction && `.${fraction}`}`;
}

/** A number, or one as plain decimal text, as a control begins with it: written as its reader types it, ungrouped. */
export const typeNumber = (plain: number | string): string => String(plain).replace(".", customs().decimal);

const bidiMarks = /[\u061c\u200e\u200f]/g;
const currencyAround = /^(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}(?=\s))\s*|\s*(?:\p{Sc}|(?<=\s)[A-Z]{3})$/gu;

/** The marks and digits of the reader's numbers. */
function customs(): { decimal: string; group: string; digits: string[] } {
  const parts = numberFormat({}).formatToParts(1_234_567.8);
  const mark = (type: Intl.NumberFormatPartTypes, usual: string) =>
    parts.find((part) => part.type === type)?.value ?? usual;
  const plain = numberFormat({ useGrouping: false });
  return {
    decimal: mark("decimal", "."),
    group: mark("group", " "),
    digits: Array.from({ length: 10 }, (_, digit) => plain.format(digit)),
  };
}
