/** How large a file may be. Both kinds of size are looked at before anything else is done with it. */
export const importLimits = {
  bytes: 50 * 1024 * 1024,
  rows: 100_000,
  columns: 300,
  recordCharacters: 500_000,
} as const;

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
export type Delimiter = "," | ";" | "\t";

/** How a file is written. */
export type CsvFormat = { encoding: Encoding; delimiter: Delimiter };

/** A column of a file: its heading, and what stands in it, as an example. */
export type ImportColumn = { heading: string; samples: string[] };
