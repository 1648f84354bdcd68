import { currencyExponent } from "@/lib/kit/money";
import { numberFormat, plainSpaces } from "@/lib/kit/number";

type MoneyStyle = "exact" | "short";

/** How an amount in minor units is written: `$1,250` or, where there are cents, `$1,250.50`. */
export const formatMoney = (minor: number, currency: string, style: MoneyStyle = "exact"): string =>
  plainSpaces(
    partsOf(minor, currency, style)
      .map(({ value }) => value)
      .join(""),
  );

function partsOf(minor: number, currency: string, style: MoneyStyle): Intl.NumberFormatPart[] {
  const exponent = currencyExponent(currency);
  const major = minor / 10 ** exponent;
  const short = style === "short" && Math.abs(major) >= 10_000;
  const decimals = minor % 10 ** exponent === 0 ? 0 : exponent;
  return numberFormat({
    style: "currency",
    currency,
    ...(short
      ? // Three figures, whatever the amount: those that stand below one another are as exact.
        { notation: "compact", minimumSignificantDigits: 3, maximumSignificantDigits: 3 }
      : {
          minimumFractionDigits: style === "short" ? 0 : decimals,
          maximumFractionDigits: style === "short" ? 0 : decimals,
        }),
  }).formatToParts(major);
}

/** An amount whose currency steps back, before its figures or behind them, as the reader's language has it. */
export function Money({ minor, currency, style = "exact" }: { minor: number; currency: string; style?: MoneyStyle }) {
  const parts = partsOf(minor, currency, style);
  const figures = (part: Intl.NumberFormatPart) => ["integer", "compact"].includes(part.type);
  const first = parts.findIndex(figures);
  const end = Math.max(
    parts.findLastIndex(figures),
    parts.findLastIndex(({ type }) => type === "fraction"),
  );
  const text = (some: Intl.NumberFormatPart[]) => plainSpaces(some.map(({ value }) => value).join(""));
  const [before, amount, behind] = [parts.slice(0, first), parts.slice(first, end + 1), parts.slice(end + 1)].map(text);
  return (
    <span className="figures whitespace-nowrap">
      {before && <span className="text-ink-faint">{before}</span>}
      {amount}
      {behind && <span className="text-ink-faint">{behind}</span>}
    </span>
  );
}
