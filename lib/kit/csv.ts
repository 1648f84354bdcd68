/**
 * A line of a CSV file with its end (RFC 4180). What a spreadsheet program would take for a formula is
 * written as text, with an apostrophe before it; plain numbers stay numbers.
 */
export const csvLine = (cells: readonly string[], delimiter = ","): string =>
  `${cells.map((cell) => quoted(harmless(cell), delimiter)).join(delimiter)}\r\n`;

const harmless = (cell: string): string =>
  /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d[\d., ]*$/.test(cell) ? `'${cell}` : cell;

const quoted = (cell: string, delimiter: string): string =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell;
