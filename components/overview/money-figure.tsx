import { formatMoney, Money } from "@/components/fields/money";
import type { ComparedMoney } from "@/lib/dialects/native/overview";
import { Figure } from "./figure";

type MoneyFigureProps = { label: string; values: ComparedMoney[]; against: string | null };

/** An amount in the location's own currency; amounts in others stand beneath, for they do not add up. */
export function MoneyFigure({ label, values: [own, ...others], against }: MoneyFigureProps) {
  if (!own) return null;
  const used = others.filter(({ minor }) => minor !== 0);
  return (
    <Figure
      label={label}
      hint={formatMoney(own.minor, own.currency)}
      value={own.minor}
      previous={own.previousMinor}
      against={against}
      foot={
        used.length > 0 && (
          <span className="figures text-ink-muted truncate text-xs">
            + {used.map(({ minor, currency }) => formatMoney(minor, currency, "short")).join(", ")}
          </span>
        )
      }
    >
      <Money minor={own.minor} currency={own.currency} style="short" />
    </Figure>
  );
}
