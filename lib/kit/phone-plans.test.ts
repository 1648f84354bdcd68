import fc from "fast-check";
import parsePhoneNumber, { type CountryCode, getCountries, getExampleNumber } from "libphonenumber-js";
import examples from "libphonenumber-js/mobile/examples";
import { expect, test } from "vitest";
import { plainlyValid } from "./phone-plans";

const byLibrary = (phone: string): string | null => {
  const parsed = parsePhoneNumber(phone, "US");
  return parsed?.isValid() ? parsed.number : null;
};

const exampleOf = (country: CountryCode): string => getExampleNumber(country, examples)?.number ?? "+";

/** A valid number of some country with a few digits changed, and some lost or added. */
const nearlyValid = fc
  .tuple(
    fc.constantFrom(...getCountries()),
    fc.array(fc.tuple(fc.nat(13), fc.nat(9)), { maxLength: 8 }),
    fc.nat(12),
    fc.constantFrom("", "", "0", "55"),
  )
  .map(([country, changes, spaceAt, more]) => {
    const digits = Array.from(exampleOf(country).slice(1));
    for (const [place, digit] of changes) if (place > 2 && place < digits.length) digits[place] = String(digit);
    digits.splice(spaceAt, 0, " ");
    return `+${digits.join("")}${more}`;
  });

const anyDigits = fc.array(fc.nat(9), { minLength: 3, maxLength: 17 }).map((digits) => `+${digits.join("")}`);

test("what is plainly valid is what the library says", () => {
  fc.assert(
    fc.property(fc.oneof(nearlyValid, anyDigits), (phone) => {
      const plain = plainlyValid(phone);
      if (plain !== null) expect(plain).toBe(byLibrary(phone));
    }),
    { numRuns: 3000 },
  );
});

test("the usual numbers are, and those that need a closer look are not", () => {
  expect(plainlyValid("+1 (312) 200-0000")).toBe("+13122000000");
  expect(plainlyValid("+49 151 23456789")).toBe("+4915123456789");
  const known = getCountries().filter((country) => plainlyValid(exampleOf(country)));
  expect(known.length).toBeGreaterThan(150);
  for (const phone of [
    "312 200 0000",
    "+44 (0)20 7946 0958",
    "+1 312 200 0000 ext 5",
    "+1 312",
    "+0 312 200 0000",
    "+999 1",
  ])
    expect(plainlyValid(phone)).toBeNull();
});
