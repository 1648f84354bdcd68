import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Invalid } from "@/lib/access/errors";
import { inspectFile } from "./inspect-file";
import type { CsvFormat, Delimiter, Encoding } from "./model/file";
import { readCsv } from "./read-csv";

const inspect = (content: string | Uint8Array<ArrayBuffer>) => inspectFile(new Blob([content]), "en-GB");
const refusal = (content: string | Uint8Array<ArrayBuffer>) =>
  inspect(content).then(
    () => null,
    (error: unknown) => (error instanceof Invalid ? error.issues[0]?.message : error),
  );

/** The bytes of a text in an encoding, in chunks that fall anywhere, also inside of characters. */
function* chunked(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let place = 0; place < bytes.length; place += size) yield bytes.subarray(place, place + size);
}

async function recordsOf(bytes: Uint8Array, format: CsvFormat, chunk = 7): Promise<string[][]> {
  const records: string[][] = [];
  const source = (async function* () {
    yield* chunked(bytes, chunk);
  })();
  for await (const { cells } of readCsv(source, format, "en-GB")) records.push(cells);
  return records;
}

const encode: Record<Encoding, (text: string) => Uint8Array<ArrayBuffer>> = {
  "utf-8": (text) => Buffer.from(text),
  "utf-16le": (text) => Buffer.from(text, "utf16le"),
  "utf-16be": (text) => Buffer.from(text, "utf16le").swap16(),
  "windows-1252": (text) => Buffer.from(text, "latin1"),
};

const cell = fc
  .string({ unit: "grapheme", maxLength: 20 })
  .map((text) => text.replaceAll("\0", "").replaceAll("\uFEFF", ""));
const plainCell = fc.stringMatching(/^[ -~ -ÿ\n]{0,20}$/);
const table = (unit: fc.Arbitrary<string>) =>
  fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(unit, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
    );

test("what a writer of CSV wrote is read as it was, in every encoding and with every delimiter", async () => {
  const encodings: Encoding[] = ["utf-8", "utf-16le", "utf-16be"];
  await fc.assert(
    fc.asyncProperty(
      table(cell),
      fc.constantFrom<Delimiter>(",", ";", "\t"),
      fc.constantFrom(...encodings),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 40 }),
      async (rows, delimiter, encoding, end, chunk) => {
        const text = stringify(rows, { delimiter, quoted: true, record_delimiter: end });
        const kept = rows.filter((row) => row.some((each) => each.trim() !== ""));
        fc.pre(!/^sep=.?$/i.test((rows[0] ?? []).join(delimiter).trim()));
        expect(await recordsOf(encode[encoding](text), { encoding, delimiter }, chunk)).toEqual(kept);
      },
    ),
    { numRuns: 150 },
  );
});

test("how a file is written is found out", async () => {
  await fc.assert(
    fc.asyncProperty(
      table(plainCell),
      fc.constantFrom<Delimiter>(",", ";", "\t"),
      fc.constantFrom<Encoding>("utf-8", "utf-16le", "utf-16be", "windows-1252"),
      async (rows, delimiter, encoding) => {
        const width = rows[0]?.length ?? 0;
        const headings = Array.from({ length: width }, (_, index) => `Überschrift ${index}`);
        // Text of people: mostly of letters, at least one of them beyond ASCII.
        const body = rows.map((row) => row.map((each, index) => (index === 0 ? `Zoë ${each}` : each)));
        const text = stringify([headings, ...body], { delimiter, quoted_string: true });
        const marked = encoding.startsWith("utf-16") ? `\uFEFF${text}` : text;
        const found = await inspect(encode[encoding](marked));
        expect(found).toMatchObject({ encoding, delimiter, rowCount: rows.length });
        expect(found.columns.map(({ heading }) => heading)).toEqual(headings);
      },
    ),
    { numRuns: 100 },
  );
});

test.each<[string, string | Uint8Array<ArrayBuffer>, Partial<CsvFormat>]>([
  ["UTF-8 with its mark", "\uFEFFName,Email\nAda,a@x.com\n", { encoding: "utf-8", delimiter: "," }],
  [
    "UTF-16 without a mark",
    Buffer.from("Name\tEmail\nAda\ta@x.com\n", "utf16le"),
    { encoding: "utf-16le", delimiter: "\t" },
  ],
  ["a hint for a spreadsheet program", "sep=;\nName;Email\nAda;a@x.com\n", { delimiter: ";" }],
  ["commas inside of quotes", '"Name";"Email"\n"Lovelace, Ada, Countess";a@x.com\n', { delimiter: ";" }],
  ["one column", "Email\na@x.com\nb@x.com\n", { delimiter: "," }],
  ["old ends of lines", "Name,Email\rAda,a@x.com\r", { delimiter: "," }],
])("%s", async (_, content, format) => {
  const found = await inspect(content);
  expect(found).toMatchObject(format);
  expect(found.columns.map(({ heading }) => heading)).not.toContain("sep=");
  expect(found.rowCount).toBeGreaterThan(0);
});

test("quoted newlines, ragged rows and blank lines", async () => {
  const text = 'Name,Note,City\n"Ada","first\nsecond",London\n\nBob\n,,\nCy,hi,Rome,more\n';
  const source = (async function* () {
    yield Buffer.from(text);
  })();
  const records = [];
  for await (const record of readCsv(source, { encoding: "utf-8", delimiter: "," }, "en-GB")) records.push(record);
  expect(records).toEqual([
    { line: 1, cells: ["Name", "Note", "City"] },
    { line: 2, cells: ["Ada", "first\nsecond", "London"] },
    { line: 5, cells: ["Bob"] },
    { line: 7, cells: ["Cy", "hi", "Rome", "more"] },
  ]);
  expect((await inspect(text)).columns.map(({ heading }) => heading)).toEqual(["Name", "Note", "City", "Column 4"]);
});

test("a quotation mark inside of a plain cell is a character", async () => {
  expect(await recordsOf(Buffer.from('Name,Size\nPipe,5" wide\n'), { encoding: "utf-8", delimiter: "," })).toEqual([
    ["Name", "Size"],
    ["Pipe", '5" wide'],
  ]);
});

test.each<[string, string | Uint8Array<ArrayBuffer>, RegExp]>([
  [
    "garbage",
    Buffer.from(Array.from({ length: 5000 }, (_, place) => (place * 7919 + place ** 2) % 256)),
    /not a text file/,
  ],
  ["a workbook", Buffer.from("PK\x03\x04 and more"), /workbook/],
  ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /workbook/],
  ["a PDF", "%PDF-1.7\n", /PDF/],
  ["zeros", new Uint8Array(10_000), /not a text file/],
  ["nothing", "", /empty/],
  ["blank lines", "\n\n \n", /empty/],
  ["headings alone", "Name,Email\n", /no rows/],
  [
    "a quotation mark that stays open",
    'Name,Email\nAda,a@x.com\n"Bob,b@x.com\nCy,c@x.com\n',
    /begins on line 3 and never closed/,
  ],
  ["a bomb of quotes", `Name,Email\nAda,a@x.com\n${'"'.repeat(3_000_001)}`, /line 3/],
  ["a field that never ends", `Name,Email\nAda,${"x".repeat(600_000)}\n`, /line 2 is longer than 500,000 characters/],
  ["too many columns", `Name,Email\n${"x,".repeat(400)}\n`, /line 2 has 401 columns.*at most 300/],
  ["too many rows", `Email\n${"a@x.com\n".repeat(100_001)}`, /more than 100,000 rows/],
])("%s is refused, and it is said why", async (_, content, message) => {
  expect(await refusal(content)).toMatch(message);
});
