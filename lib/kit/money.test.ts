import { expect, test } from "vitest";
import { decimalFromMinor, minorFromDecimal } from "./money";

test.each([
  ["2500", "USD", 250000],
  ["2500.5", "USD", 250050],
  [".5", "USD", 50],
  ["1.005", "USD", 101],
  ["-1.005", "USD", -101],
  ["12.5", "JPY", 13],
  ["1.2345", "KWD", 1235],
  ["-0", "USD", 0],
])("%s %s is %i minor units", (text, currency, minor) => {
  expect(minorFromDecimal(text, currency)).toBe(minor);
});

test.each(["", ".", "much", "1e5", "1,5", "9999999999999999", "NaN", "Infinity"])("%j is no amount", (text) => {
  expect(minorFromDecimal(text, "USD")).toBeNull();
});

test("minor units print in the currency's own decimals, or as many as a document shows", () => {
  expect(decimalFromMinor(250050, "USD")).toBe("2500.50");
  expect(decimalFromMinor(-5, "USD")).toBe("-0.05");
  expect(decimalFromMinor(1300, "JPY")).toBe("1300");
  expect(decimalFromMinor(1300, "JPY", 2)).toBe("1300.00");
  expect(decimalFromMinor(1235, "KWD")).toBe("1.235");
});
