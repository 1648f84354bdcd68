import { currentLocale } from "./locale";

/** A number as whoever reads it writes numbers: `1,234`, `1.234`. */
export const sayNumber = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  plainSpaces(numberFormat(options).format(value));

/** The formatter of numbers for whoever reads them. They are slow to make and asked for on every row of a list. */
export function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = currentLocale();
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
