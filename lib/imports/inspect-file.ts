import { Invalid } from "@/lib/access/errors";
import { sayNumber } from "@/lib/kit/number";
import { guessDelimiter } from "./internal/guess-delimiter";
import { Sniffer } from "./internal/sniff";
import { type CsvFormat, type ImportColumn, importLimits } from "./model/file";
import { readCsv } from "./read-csv";

/** What a CSV file turned out to be. */
export type InspectedFile = CsvFormat & { columns: ImportColumn[]; rowCount: number };

const samplesPerColumn = 5;
const sampleLength = 200;
const headBytes = 256 * 1024;

/**
 * Reads a whole CSV file, in pieces, to find out how it is written, what its columns
 * are and how many rows it has.
 *
 * @param locale whose customs errors write numbers by
 * @throws Invalid (field `file`) when it is no text, has no rows, or goes beyond a limit.
 */
export async function inspectFile(file: Blob, locale: string): Promise<InspectedFile> {
  const encoding = await sniffEncoding(file);
  const format = { encoding, delimiter: guessDelimiter(await readHead(file, encoding)) };
  let columns: ImportColumn[] | null = null;
  let rowCount = 0;
  for await (const { cells } of readCsv(file.stream(), format, locale)) {
    if (!columns) {
      columns = cells.map((heading, index) => ({ heading: heading.trim() || `Column ${index + 1}`, samples: [] }));
      continue;
    }
    if (++rowCount > importLimits.rows) throw refused("rows", tooManyRows(locale));
    takeSamples(columns, cells);
  }
  if (!columns)
    throw refused("empty", "The file is empty. Send a CSV file with a line of headings and a row for each lead.");
  if (rowCount === 0)
    throw refused("empty", "The file has a line of headings and no rows. Send one with a row for each lead.");
  return { ...format, columns, rowCount };
}

const tooManyRows = (locale: string) =>
  `The file has more than ${sayNumber(importLimits.rows, {}, locale)} rows. Divide it, and send the parts one by one.`;

const refused = (rule: string, message: string) => new Invalid([{ path: ["file"], rule, message }]);

async function sniffEncoding(file: Blob) {
  const sniffer = new Sniffer();
  for await (const chunk of file.stream()) sniffer.see(chunk);
  const found = sniffer.conclude();
  if ("refusal" in found) throw refused("not_text", found.refusal);
  return found.encoding;
}

const readHead = async (file: Blob, encoding: string): Promise<string> =>
  new TextDecoder(encoding).decode(await file.slice(0, headBytes).arrayBuffer());

function takeSamples(columns: ImportColumn[], cells: string[]): void {
  // A row may be longer than the line of headings: what stands there is somebody's data, too.
  for (let index = columns.length; index < cells.length; index++)
    columns.push({ heading: `Column ${index + 1}`, samples: [] });
  for (const [index, cell] of cells.entries()) {
    const samples = columns[index]?.samples;
    const text = cell.trim();
    if (!samples || samples.length === samplesPerColumn || text === "") continue;
    const sample = text.slice(0, sampleLength).toWellFormed();
    if (!samples.includes(sample)) samples.push(sample);
  }
}
