import type { ReactNode } from "react";
import { formatMoney, Money } from "@/components/fields/money";
import type { ComparedMoney } from "@/lib/dialects/native/overview";
import { Figure } from "./figure";

type MoneyFigureProps = {
  label: string;
  href: string;
  values: ComparedMoney[];
  /** The period before to compare with. */
  against?: string | null;
  foot?: ReactNode;
};

/** An amount in the location's own currency; amounts in others stand beneath, for they do not add up. */
export function MoneyFigure({ label, href, values: [own, ...others], against, foot }: MoneyFigureProps) {
  if (!own) return null;
  const used = others.filter(({ minor }) => minor !== 0);
  return (
    <Figure
      label={label}
      href={href}
      hint={formatMoney(own.minor, own.currency)}
      value={own.minor}
      previous={own.previousMinor}
      against={against}
      foot={
        <>
          {foot}
          {used.length > 0 && <span className="figures text-ink-muted truncate text-xs">+ {said(used)}</span>}
        </>
      }
    >
      <Money minor={own.minor} currency={own.currency} style="short" />
    </Figure>
  );
}

const said = (values: ComparedMoney[]): string =>
  values.map(({ minor, currency }) => formatMoney(minor, currency, "short")).join(", ");
