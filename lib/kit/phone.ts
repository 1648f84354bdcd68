import parsePhoneNumber, { type CountryCode, isSupportedCountry } from "libphonenumber-js";

/** Reading a number is slow, and a row of a list or a file is read more than once. */
const known = new Map<string, string | null>();
const mostKnown = 5000;

/**
 * The form of a phone number that matching and search use: E.164 where it is a valid number (read by
 * the ISO country when it has no prefix), else its digits; null when it has none.
 */
export function normalPhone(phone: string, country: string): string | null {
  const key = `${country}${phone}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const normal = readPhone(phone, country);
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
