import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine } from "./csv";

test.each([
  "=1+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1",
  "\n=1",
  '  =HYPERLINK("http://evil.example")',
  "＝1+1",
  "\u00a0=1",
  "|calc",
  "%0A=1",
])("%j is no formula any more", (text) => {
  const [[cell] = []] = parse(csvLine([text, ""]), { relax_column_count: true });
  expect(cell).toBe(`'${text}`);
});

test.each([
  ["plain", "plain"],
  ["a,b", '"a,b"'],
  ["a;b", '"a;b"'],
  ['say "hi"', '"say ""hi"""'],
  ["two\nlines", '"two\nlines"'],
  ["", ""],
  ["1-2", "1-2"],
  ["-12.50", "-12.50"],
  ["+49 30 1234", "+49 30 1234"],
])("%j is written as %j", (text, cell) => {
  expect(csvLine([text])).toBe(`${cell}\r\n`);
});

test("whatever is in the cells, a reader finds as many, and the texts that are no formulas as they were", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 5 }), (texts) => {
      const cells = texts.map((text) => text.replaceAll("\0", ""));
      const [read = []] = parse(csvLine(cells), {
        relax_column_count: true,
        record_delimiter: "\r\n",
      });
      expect(read).toHaveLength(cells.length);
      expect(read.map((cell, place) => (cell === `'${cells[place] ?? ""}` ? cells[place] : cell))).toEqual(cells);
    }),
  );
});
