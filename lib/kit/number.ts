import { currentLocale } from "./locale";

/** A number as whoever reads it writes numbers: `1,234`, `1.234`. `locale` is theirs where no page is written. */
export const sayNumber = (value: number, options: Intl.NumberFormatOptions = {}, locale = currentLocale()): string =>
  plainSpaces(numberFormat(options, locale).format(value));

/** The same with one place behind the mark: `1.5`, `1,5`. */
export const sayTenths = (value: number): string =>
  sayNumber(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** The formatter of numbers for whoever reads them. They are slow to make and asked for on every row of a list. */
export function numberFormat(options: Intl.NumberFormatOptions, locale = currentLocale()): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
}
const formatters = new Map<string, Intl.NumberFormat>();

/** Servers and browsers know the same customs, but not the same spaces: the page must be the same on both. */
export const plainSpaces = (text: string): string => text.replaceAll(/[\u00a0\u202f\u2009]/g, " ");
