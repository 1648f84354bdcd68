import parsePhoneNumber, { type CountryCode, isSupportedCountry } from "libphonenumber-js";
import { plainlyValid } from "./phone-plans";

/** Reading a number is slow, and a row of a list or a file is read more than once: the last ones are kept, and those before. */
let known = new Map<string, string | null>();
let knownBefore: typeof known = new Map();
const mostKnown = 10_000;

/**
 * The form of a phone number that matching and search use: E.164 where it is a valid number (read by
 * the ISO country when it has no prefix), else its digits; null when it has none.
 */
export function normalPhone(phone: string, country: string): string | null {
  const plain = plainlyValid(phone);
  if (plain !== null) return plain;
  const key = `${country}${phone}`;
  const kept = known.get(key) ?? knownBefore.get(key);
  if (kept !== undefined) return kept;
  const normal = readPhone(phone, country);
  if (known.size >= mostKnown) {
    knownBefore = known;
    known = new Map();
  }
  known.set(key, normal);
  return normal;
}

function readPhone(phone: string, country: string): string | null {
  const region: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumber(phone, region);
  if (parsed?.isValid()) return parsed.number;
  const digits = phone.replace(/\D/g, "");
  return digits === "" ? null : digits.slice(0, 40);
}

/** The digits that a part of a phone number has in its normal form, which begins with no zero. */
export const phoneDigits = (part: string): string => part.replaceAll(/\D/g, "").replace(/^0+/, "");
