import type { CountryCode } from "libphonenumber-js";
import metadata from "libphonenumber-js/min/metadata";

/** What is known of a country's numbers, as the library keeps it: patterns as texts, by their place. */
type StoredPlan = {
  2: string;
  5: string | 0;
  7: string | 0;
  10: string | 0;
  11: ([pattern: string, lengths?: number[]] | 0)[] | 0;
};

/** How numbers of a calling code begin that need a closer look, and which others are certainly valid. */
type Plan = { valid: RegExp[]; closerLook: RegExp | null };

const plans = new Map<string, Plan | null>();

/**
 * A number with its calling code, valid beyond doubt, in the form E.164; null for all others, which the library reads.
 * It comes to the same, and makes patterns of a thousand characters anew for each number.
 */
export function plainlyValid(phone: string): string | null {
  if (!/^\+(?!0)[\d ().-]+$/.test(phone)) return null;
  const digits = phone.replaceAll(/\D/g, "");
  for (const length of [1, 2, 3]) {
    const plan = planOf(digits.slice(0, length));
    if (!plan) continue;
    const national = digits.slice(length);
    return plan.valid.every((pattern) => pattern.test(national)) && !plan.closerLook?.test(national)
      ? `+${digits}`
      : null;
  }
  return null;
}

function planOf(callingCode: string): Plan | null {
  const known = plans.get(callingCode);
  if (known !== undefined) return known;
  const countries = metadata.country_calling_codes[callingCode];
  const plan = countries ? compile(countries) : null;
  plans.set(callingCode, plan);
  return plan;
}

/** Of several countries that share a code, only what the first one takes is beyond doubt. */
function compile([first, ...others]: CountryCode[]): Plan | null {
  // That is the shape that the library reads it in.
  const stored = first && (metadata.countries[first] as unknown as StoredPlan | undefined);
  if (!stored) return null;
  const { 2: general, 5: prefix, 7: prefixes, 10: leading, 11: kinds } = stored;
  const patterns = (kinds || []).flatMap((kind) => (kind && kind[0] ? kind[0] : []));
  const valid = [whole(general), ...(kinds ? [whole(patterns.join("|"))] : [])];
  if (others.length > 0 && leading) valid.push(new RegExp(`^(?:${leading})`));
  else if (others.length > 0 && !kinds) return null;
  return { valid, closerLook: prefixes || prefix ? new RegExp(`^(?:${prefixes || prefix})`) : null };
}

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);
