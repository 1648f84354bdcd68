import fc from "fast-check";
import { expect, test } from "vitest";
import {
  currencyBeside,
  readDate,
  readDecimal,
  readFirst,
  readMoment,
  readMoney,
  readPerson,
  readWords,
  readYesNo,
} from "./values";

test.each<[string, "point" | "comma", string | null]>([
  ["1234.5", "point", "1234.5"],
  ["$1,234.50", "point", "1234.50"],
  ["USD 1,234", "point", "1234"],
  ["1.234,50 €", "point", "1234.50"],
  ["1.234,50 €", "comma", "1234.50"],
  ["CHF 1'234.50", "point", "1234.50"],
  ["1 234,5", "comma", "1234.5"],
  ["1,234", "point", "1234"],
  ["1,234", "comma", "1.234"],
  ["1.234", "point", "1.234"],
  ["1.234", "comma", "1234"],
  ["12,34,567.00", "point", "1234567.00"],
  ["1,234,567", "comma", "1234567"],
  ["(500)", "point", "-500"],
  ["-12.5", "point", "-12.5"],
  ["£.99", "point", "0.99"],
  ["0", "point", "0"],
  ["twelve", "point", null],
  ["1.2.3", "point", null],
  ["", "point", null],
  ["12 apples and 3 pears", "point", null],
])("%s, with a decimal %s, is %s", (text, decimals, decimal) => {
  expect(readDecimal(text, decimals)).toBe(decimal);
});

test("an amount keeps every cent, however it is written", () => {
  const styles = { point: ["en-US", "point"], comma: ["de-DE", "comma"], space: ["fr-FR", "comma"] } as const;
  fc.assert(
    fc.property(
      fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
      fc.constantFrom(...Object.values(styles)),
      (minor, [locale, mark]) => {
        const text = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }).format(minor / 100);
        expect(readMoney(text, "EUR", mark)).toBe(minor);
      },
    ),
  );
});

test.each<[string, "dmy" | "mdy", string | null]>([
  ["2026-11-21", "mdy", "2026-11-21"],
  ["2026/1/2", "mdy", "2026-01-02"],
  ["20261121", "dmy", "2026-11-21"],
  ["03/04/2026", "dmy", "2026-04-03"],
  ["03/04/2026", "mdy", "2026-03-04"],
  ["3-4-26", "dmy", "2026-04-03"],
  ["25/12/2026", "mdy", "2026-12-25"],
  ["12/25/2026", "dmy", "2026-12-25"],
  ["03.04.2026", "mdy", "2026-04-03"],
  ["21 Nov 2026", "mdy", "2026-11-21"],
  ["21st November 2026", "mdy", "2026-11-21"],
  ["Nov 21, 2026", "dmy", "2026-11-21"],
  ["Saturday, November 21, 2026", "dmy", "2026-11-21"],
  ["21-Nov-26", "dmy", "2026-11-21"],
  ["2026-11-21 14:30", "dmy", "2026-11-21"],
  ["29/02/2025", "dmy", null],
  ["2026-13-01", "dmy", null],
  ["soon", "dmy", null],
])("%s, %s, is %s", (text, dates, date) => {
  expect(readDate(text, dates)).toBe(date);
});

test.each<[string, string | null]>([
  ["2026-11-21T14:30:00Z", "2026-11-21T14:30:00.000Z"],
  ["2026-11-21T14:30:00+01:00", "2026-11-21T13:30:00.000Z"],
  ["2026-11-21 14:30", "2026-11-21T13:30:00.000Z"],
  ["21/11/2026 2:30 PM", "2026-11-21T13:30:00.000Z"],
  ["11/21/2026 12:05 am", "2026-11-20T23:05:00.000Z"],
  ["2026-11-21", "2026-11-20T23:00:00.000Z"],
  ["2026-11-21 25:00", null],
])("the moment %s is %s", (text, moment) => {
  expect(readMoment(text, "dmy", "Europe/Berlin")?.toISOString() ?? null).toBe(moment);
});

test("the currency of an amount is beside it, where its sign or code means one alone", () => {
  const said = ["€1,234", "1.234,50 €", "GBP 5", "5 usd", "£5", "$5", "¥5", "5", "1,234.50"].map(currencyBeside);
  expect(said).toEqual(["EUR", "EUR", "GBP", "USD", "GBP", null, null, null, null]);
});

test("a name may have an email behind it", () => {
  expect(readPerson("Ada Lovelace (ada@example.com); Bob (bob@example.com)")).toEqual({
    name: "Ada Lovelace",
    email: "ada@example.com",
  });
  expect(readPerson("Ada <ada@example.com>")).toEqual({ name: "Ada", email: "ada@example.com" });
  expect(readPerson("Maria Johnson (Sample)")).toEqual({ name: "Maria Johnson (Sample)", email: null });
});

test("yes, no, several words, and the first of several", () => {
  expect(["Yes", "TRUE", "1", "no", "0", "maybe"].map(readYesNo)).toEqual([true, true, true, false, false, null]);
  expect(readWords("vip, warm; Berlin ::: * myContacts")).toEqual(["vip", "warm", "Berlin", "myContacts"]);
  expect(readFirst("a@x.com ::: b@x.com")).toBe("a@x.com");
});
