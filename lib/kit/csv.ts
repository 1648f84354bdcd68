/** What a spreadsheet would take for the beginning of a formula, whatever blanks stand before it. */
const formula = /^[\s\u00a0]*[=+\-@＝＋－＠|%]|^[\t\r\n]/;
const plainNumber = /^[+-]?\d[\d., ]*$/;

/**
 * A line of a CSV file with its end (RFC 4180). What a spreadsheet program would take for a formula is
 * written as text, with an apostrophe before it, as OWASP advises: whoever opens the file must not run
 * what somebody typed into a form. Plain numbers stay numbers.
 */
export const csvLine = (cells: readonly string[], delimiter = ","): string =>
  `${cells.map((cell) => quoted(harmless(cell), delimiter)).join(delimiter)}\r\n`;

const harmless = (cell: string): string => (formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell);

/** Semicolons and tabs are quoted as well: some spreadsheets part cells at them, whatever the file says. */
const quoted = (cell: string, delimiter: string): string =>
  /["\r\n;\t]/.test(cell) || cell.includes(delimiter) || cell.trim() !== cell
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

/** What tells spreadsheets that a file is UTF-8. */
export const byteOrderMark = "\uFEFF";
