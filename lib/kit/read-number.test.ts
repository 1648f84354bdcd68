import { afterAll, describe, expect, test } from "vitest";
import { keepLocalesIn, type PageLocale } from "./locale";
import { sayNumber } from "./number";
import { readNumber, typeNumber } from "./read-number";

const page: PageLocale = { locale: "en-GB" };
keepLocalesIn(() => page);
afterAll(() => keepLocalesIn(() => undefined));

describe.each<[string, [string, string | null][]]>([
  [
    "en-GB",
    [
      ["1,250.50", "1250.50"],
      ["1250.5", "1250.5"],
      ["1 250", "1250"],
      ["1'250", "1250"],
      ["1,250,000", "1250000"],
      [".5", "0.5"],
      ["5.", "5"],
      ["-20", "-20"],
      ["\u221220", "-20"],
      ["+20", "20"],
      ["$300", "300"],
      ["US$ 300", "300"],
      ["EUR 300", "300"],
      ["300 €", "300"],
      ["300 EUR", "300"],
      ["12,5", null],
      ["12,50", null],
      ["1,2500", null],
      ["1.250.000", null],
      ["1.2,3", null],
      ["", null],
      ["-", null],
      [".", null],
      ["$", null],
      ["a lot", null],
      ["12a", null],
      ["1e5", null],
    ],
  ],
  [
    "de",
    [
      ["1.250,50", "1250.50"],
      ["1250,5", "1250.5"],
      ["1.250", "1250"],
      ["1.250.000", "1250000"],
      [",5", "0.5"],
      ["300 €", "300"],
      ["12.50", null],
      ["12.5", null],
      ["1,250,000", null],
      ["1,250.50", null],
    ],
  ],
  [
    "fr",
    [
      ["1\u202f250,50", "1250.50"],
      ["1 250,50", "1250.50"],
      ["1250,50", "1250.50"],
      ["1250.50", null],
    ],
  ],
  ["de-CH", [["1’250.50", "1250.50"]]],
  ["en-IN", [["12,34,567.8", "1234567.8"]]],
  ["ar-EG", [["١٬٢٥٠٫٥", "1250.5"]]],
])("in %s", (locale, cases) => {
  test.each(cases)("%j is %j", (typed, plain) => {
    page.locale = locale;
    expect(readNumber(typed)).toBe(plain);
  });

  test("what is shown and what a control begins with is read again", () => {
    page.locale = locale;
    for (const number of [0, 7, 1250, 1250.5, -1_234_567.25, 0.125]) {
      expect(readNumber(sayNumber(number))).toBe(String(number));
      expect(readNumber(typeNumber(number))).toBe(String(number));
    }
  });
});
