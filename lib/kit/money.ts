/** How many decimals an ISO 4217 currency has, such as 2 for USD, 0 for JPY, 3 for KWD. */
export function currencyExponent(currency: string): number {
  const cached = exponents.get(currency);
  if (cached !== undefined) return cached;
  const options = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  const exponent = options.maximumFractionDigits ?? 2;
  exponents.set(currency, exponent);
  return exponent;
}
const exponents = new Map<string, number>();

const decimalPattern = /^([+-]?)(\d{0,15})(?:\.(\d*))?$/;

/**
 * Minor units of a decimal text in major units, exactly: `"2500.5"` in USD is 250050. Digits beyond
 * the currency's exponent are rounded half away from zero. Null when it is no such number or too large.
 */
export function minorFromDecimal(text: string, currency: string): number | null {
  const match = decimalPattern.exec(text.trim());
  const [, sign, whole = "", fraction = ""] = match ?? [];
  if (!match || whole + fraction === "") return null;
  const exponent = currencyExponent(currency);
  const kept = fraction.slice(0, exponent).padEnd(exponent, "0");
  const roundUp = Number(fraction.charAt(exponent) || "0") >= 5 ? 1n : 0n;
  const minor = Number(BigInt(`0${whole}${kept}`) + roundUp);
  if (!Number.isSafeInteger(minor)) return null;
  return sign === "-" && minor !== 0 ? -minor : minor;
}

/** The decimal text in major units of an amount in minor units: 250050 in USD is `"2500.50"`. */
export function decimalFromMinor(minor: number, currency: string, decimals = currencyExponent(currency)): string {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = digits
    .slice(digits.length - exponent)
    .padEnd(decimals, "0")
    .slice(0, Math.max(decimals, exponent));
  return `${minor < 0 ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}
