import parsePhoneNumber, { type CountryCode, isSupportedCountry } from "libphonenumber-js";

/**
 * The form of a phone number that matching and search use: E.164 where it is a valid number (read by
 * the ISO country when it has no prefix), else its digits; null when it has none.
 */
export function normalPhone(phone: string, country: string): string | null {
  const region: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumber(phone, region);
  if (parsed?.isValid()) return parsed.number;
  const digits = phone.replace(/\D/g, "");
  return digits === "" ? null : digits.slice(0, 40);
}
