import { finished } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { Invalid } from "@/lib/access/errors";
import { sayNumber } from "@/lib/kit/number";
import { type CsvFormat, importLimits } from "./model/file";

/** One record of a file, and the line on which it begins. */
export type CsvRecord = { line: number; cells: string[] };

/**
 * Reads the records of a CSV file, the heading's too, one after the other: memory holds those of a piece
 * that `source` gives, however large the file is. Rows may be longer or shorter than the first; lines without
 * anything on them are passed over.
 *
 * @param locale whose customs errors write numbers by
 * @throws Invalid (field `file`) with the line for a record that is too large, such as one whose
 * quotes never end, and for one with too many columns; what `source` throws.
 */
export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
  format: CsvFormat,
  locale: string,
): AsyncGenerator<CsvRecord> {
  let line = 1;
  const read: CsvRecord[] = [];
  const parser = parse({
    delimiter: format.delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: importLimits.recordCharacters,
    // Kept here rather than handed on: as objects of a stream they take twice the time.
    on_record: (cells: string[], { lines }) => {
      if (cells.length > importLimits.columns) throw tooManyColumns(line, cells.length);
      const isSeparatorHint = line === 1 && /^sep=.?$/i.test(cells.join(format.delimiter).trim());
      if (!isSeparatorHint && cells.some((cell) => cell.trim() !== "")) read.push({ line, cells });
      line = lines + 1;
      return null;
    },
  });
  // Errors reach whoever writes.
  parser.on("error", () => {});
  parser.resume();
  try {
    for await (const text of decode(source, format.encoding)) {
      await new Promise<void>((resolve, reject) => parser.write(text, (error) => (error ? reject(error) : resolve())));
      yield* read.splice(0);
    }
    parser.end();
    await finished(parser);
    yield* read;
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, line, locale) : error;
  } finally {
    parser.destroy();
  }
}

async function* decode(source: AsyncIterable<Uint8Array>, encoding: CsvFormat["encoding"]): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function unreadable(error: CsvError, line: number, locale: string): Invalid {
  const tooLarge = error.code === "CSV_MAX_RECORD_SIZE";
  const openQuote = error.code === "CSV_QUOTE_NOT_CLOSED";
  const message = tooLarge
    ? `The row that begins on line ${line} is longer than ${sayNumber(importLimits.recordCharacters, {}, locale)} characters. A quotation mark may be missing its partner.`
    : openQuote
      ? `A quotation mark is opened in the row that begins on line ${line} and never closed. Close it, or remove it.`
      : `The row that begins on line ${line} can not be read: ${error.message}`;
  return new Invalid([{ path: ["file"], rule: "csv", message }]);
}

const tooManyColumns = (line: number, count: number) =>
  new Invalid([
    {
      path: ["file"],
      rule: "csv",
      message: `The row on line ${line} has ${count} columns. A file may have at most ${importLimits.columns}.`,
    },
  ]);
