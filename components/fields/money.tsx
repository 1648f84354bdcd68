import { currencyExponent } from "@/lib/kit/money";

/** How an amount in minor units is written: `$1,250` or, where there are cents, `$1,250.50`. */
export function formatMoney(minor: number, currency: string, style: "exact" | "short" = "exact"): string {
  const exponent = currencyExponent(currency);
  const major = minor / 10 ** exponent;
  const short = style === "short" && Math.abs(major) >= 10_000;
  const decimals = minor % 10 ** exponent === 0 ? 0 : exponent;
  return formatter({
    style: "currency",
    currency,
    ...(short
      ? { notation: "compact", maximumFractionDigits: 1 }
      : {
          minimumFractionDigits: style === "short" ? 0 : decimals,
          maximumFractionDigits: style === "short" ? 0 : decimals,
        }),
  }).format(major);
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Formatters are slow to make and asked for on every row of a list. */
function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat("en", options);
  formatters.set(key, made);
  return made;
}

/** An amount whose currency steps back behind its figures. */
export function Money({
  minor,
  currency,
  style = "exact",
}: {
  minor: number;
  currency: string;
  style?: "exact" | "short";
}) {
  const [sign, figures] = splitCurrency(formatMoney(minor, currency, style));
  return (
    <span className="figures whitespace-nowrap">
      {sign && <span className="text-ink-faint">{sign}</span>}
      {figures}
    </span>
  );
}

/** In English the currency stands before the figures: `-$`, `KWD `. */
function splitCurrency(text: string): [string, string] {
  const start = text.search(/\d/);
  return start < 0 ? ["", text] : [text.slice(0, start), text.slice(start)];
}
