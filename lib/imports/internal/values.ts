import type { ImportPlan } from "@/lib/imports/model/plan";
import { isCurrency } from "@/lib/kit/currency";
import { minorFromDecimal } from "@/lib/kit/money";
import { instantFromWallTime, isDate } from "@/lib/kit/zone";

/** How a file writes what can be read in two ways. */
export type Notation = Pick<ImportPlan, "dates" | "decimals">;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A number as people write it, as a plain decimal text: `$1,234.50`, `1.234,50 €`, `1 234`, `(500)`.
 * Null when it is no number.
 */
export function readDecimal(text: string, decimals: Notation["decimals"]): string | null {
  const isNegative = /^\s*\(.*\)\s*$/.test(text) || /^[^\d.,]*[-−]/.test(text) || /\d\s*-\s*$/.test(text);
  // Signs and names of currencies stand before or after the figures.
  const figures = text
    .replaceAll(/[()\s'’_−-]/g, "")
    .replace(/^\p{L}{0,3}\p{Sc}?\p{L}{0,3}/u, "")
    .replace(/\p{L}{0,3}\.?\p{Sc}?$/u, "");
  if (!/^[\d.,]*\d[\d.,]*$/.test(figures)) return null;
  const mark = decimalMarkOf(figures, decimals);
  const [whole = "", fraction, ...more] = mark ? figures.split(mark) : [figures];
  if (more.length > 0) return null;
  const groups = whole.split(/[.,]/);
  if (fraction !== undefined && /[.,]/.test(fraction)) return null;
  if (groups.length > 1 && !isGrouped(groups)) return null;
  const plain = `${groups.join("") || "0"}${fraction ? `.${fraction}` : ""}`;
  return isNegative ? `-${plain}` : plain;
}

/** Which character divides the whole from its parts; null when none does. */
function decimalMarkOf(figures: string, decimals: Notation["decimals"]): "." | "," | null {
  const point = figures.lastIndexOf(".");
  const comma = figures.lastIndexOf(",");
  if (point >= 0 && comma >= 0) return point > comma ? "." : ",";
  const mark = point >= 0 ? "." : comma >= 0 ? "," : null;
  if (!mark) return null;
  if (figures.split(mark).length > 2) return null;
  // 1,234 is a thousand or a little more than one: the file says which.
  const isAmbiguous = /^\d{1,3}[.,]\d{3}$/.test(figures);
  return !isAmbiguous || (mark === ".") === (decimals === "point") ? mark : null;
}

/** Groups of thousands, as in Europe or in India. */
const isGrouped = ([first = "", ...rest]: string[]): boolean =>
  first.length <= 3 && rest.every((group) => group.length === 3 || group.length === 2) && rest.at(-1)?.length === 3;

/** The ISO 4217 code that a text is, in any case of letters; null when there is no such currency. */
export function readCurrency(text: string): string | null {
  const code = text.trim().toUpperCase();
  return isCurrency(code) ? code : null;
}

/** Signs that mean one currency alone: dollars, yen and crowns are those of several countries. */
const currencySigns: Record<string, string> = {
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "₩": "KRW",
  "₺": "TRY",
  "₴": "UAH",
  "₪": "ILS",
  "₫": "VND",
  "₱": "PHP",
  "₦": "NGN",
};

/** The currency whose code or sign stands beside an amount; null where none does. */
export function currencyBeside(amount: string): string | null {
  const [sign = ""] = /\p{Sc}/u.exec(amount) ?? [];
  return currencySigns[sign] ?? readCurrency(amount.replaceAll(/[^A-Za-z]/g, ""));
}

/** An amount in minor units of `currency`; null when it is none. */
export function readMoney(text: string, currency: string, decimals: Notation["decimals"]): number | null {
  const decimal = readDecimal(text, decimals);
  return decimal === null ? null : minorFromDecimal(decimal, currency);
}

/** A day in one of the forms that exports have, as `yyyy-mm-dd`; null when it is none that the calendar has. */
export function readDate(text: string, dates: Notation["dates"]): string | null {
  const trimmed = text.trim();
  const year = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(trimmed);
  if (year) return dateOf(year[1], year[2], year[3]);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed);
  if (compact) return dateOf(compact[1], compact[2], compact[3]);
  const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(trimmed);
  if (numbers) {
    const [, first, mark, second, last] = numbers;
    // Where points are used, the day comes first.
    const monthFirst = mark !== "." && dates === "mdy" ? Number(first) <= 12 : Number(second) > 12;
    return monthFirst ? dateOf(last, first, second) : dateOf(last, second, first);
  }
  const named =
    /^(?:\p{L}+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(\p{L}{3})\p{L}*\.?,?[\s-]+(\d{4}|\d{2})(?!\d)/u.exec(trimmed) ??
    null;
  if (named) return dateOf(named[3], monthNumber(named[2]), named[1]);
  const american = /^(?:\p{L}+,?\s+)?(\p{L}{3})\p{L}*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u.exec(trimmed);
  return american ? dateOf(american[3], monthNumber(american[1]), american[2]) : null;
}

const monthNumber = (name = ""): string => String(months.indexOf(name.toLowerCase()) + 1);

function dateOf(year = "", month = "", day = ""): string | null {
  const whole = year.length === 2 ? `${Number(year) < 70 ? "20" : "19"}${year}` : year;
  const date = `${whole}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDate(date) ? date : null;
}

/** A moment: a day, and a time where there is one; without a zone of its own it is in `zone`. Null when it is none. */
export function readMoment(text: string, dates: Notation["dates"], zone: string): Date | null {
  const trimmed = text.trim();
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/.test(trimmed)) {
    const instant = new Date(trimmed);
    return Number.isNaN(instant.getTime()) ? null : instant;
  }
  const date = readDate(trimmed, dates);
  if (!date) return null;
  const time = /(\d{1,2}):(\d{2})(?::\d{2})?(?:\.\d+)?\s*([ap])?\.?m?\.?/i.exec(trimmed);
  const [, hours = "0", minutes = "00", half] = time ?? [];
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : Number(hours);
  return instantFromWallTime(`${date} ${String(hour).padStart(2, "0")}:${minutes}`, zone);
}

const yes = new Set(["1", "yes", "y", "true", "t", "on", "x", "✓", "ja", "oui", "si", "sí"]);
const no = new Set(["0", "no", "n", "false", "f", "off", "-", "nein", "non"]);

/** Yes or no; null when it is neither. */
export function readYesNo(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : null;
}

/** The words of a cell that holds several, however they are divided. */
export const readWords = (text: string): string[] =>
  text
    .split(/:::|[,;|\n]/)
    .map((word) => word.replace(/^\s*\*\s*/, "").trim())
    .filter(Boolean);

/** Somebody's name, and the email address that stands behind it in brackets, as some exports have: `Ada Lovelace (ada@example.com)`. */
export function readPerson(text: string): { name: string; email: string | null } {
  const [, name, email] = /^([^()<>;]+?)\s*[(<]([^()<>\s]+@[^()<>\s]+)[)>]/.exec(text) ?? [];
  return { name: name ?? text, email: email ?? null };
}

/** The first of several values in one cell, as some exports have emails and phones. */
export const readFirst = (text: string): string => text.split(/\s*:::\s*|\s*[;,]\s*|\s+\/\s+/)[0]?.trim() ?? "";
