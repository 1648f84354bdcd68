import { formatMoney, Money } from "@/components/fields/money";

type Amount = { minor: number; currency: string };

/** What leads come to where there is room for one amount: in the location's currency, else in one that they have. */
export function Amounts({ values }: { values: readonly Amount[] }) {
  const used = values.filter(({ minor }) => minor !== 0);
  const [shown, ...others] = used.length > 0 ? used : values.slice(0, 1);
  return (
    shown && (
      <span
        title={(others.length > 0 ? used : [shown])
          .map(({ minor, currency }) => formatMoney(minor, currency))
          .join(", ")}
      >
        <Money minor={shown.minor} currency={shown.currency} style="short" />
        {others.length > 0 && <span className="figures text-ink-faint"> +{others.length}</span>}
      </span>
    )
  );
}
