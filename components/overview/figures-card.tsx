import { Card } from "@/components/ui/card";
import type { OverviewAnswer } from "@/lib/dialects/native/overview";
import { Figure } from "./figure";
import { listPath } from "./list-path";
import { messages } from "./messages";
import { MoneyFigure } from "./money-figure";
import { sayBucket } from "./say-bucket";
import { TrendChart } from "./trend-chart";

/**
 * The four numbers of the range, and new leads over time under them. What is won counts where it was won,
 * not where it was made: older leads have had longer to be won, so that no two periods could be compared.
 */
export function FiguresCard({ overview }: { overview: OverviewAnswer }) {
  const { created, won, closed, previous } = overview;
  const isOfAnotherYear = previous !== null && previous.from.slice(0, 4) !== overview.asOf.slice(0, 4);
  const before = previous && sayBucket(previous.from, previous.to, isOfAnotherYear);
  // Under a figure is no room for days with their years: the chart names them.
  const against = before && (isOfAnotherYear ? messages.againstPeriodBefore : messages.against(before));
  return (
    <Card flush className="overflow-clip">
      <dl className="bg-line grid grid-cols-2 gap-px @4xl:grid-cols-4">
        <Figure
          label={messages.newLeads}
          href={listPath(created.filter)}
          value={created.leads}
          previous={created.previousLeads}
          against={against}
        />
        <MoneyFigure
          label={messages.newValue}
          href={listPath(created.filter)}
          values={created.values}
          against={against}
        />
        <MoneyFigure
          label={messages.wonValue}
          href={listPath(won.filter)}
          values={won.values}
          against={against}
          foot={said(messages.wonLeads(won.leads))}
        />
        <Figure
          label={messages.winRate}
          href={listPath(closed.filter)}
          value={percentOf(won.leads, closed.leads)}
          previous={closed.previousLeads ? percentOf(won.previousLeads ?? 0, closed.previousLeads) : null}
          against={against}
          unit="%"
          foot={said(messages.ofClosed(won.leads, closed.leads))}
        />
      </dl>
      <div className="border-line border-t">
        <TrendChart trend={overview.trend} against={before} />
      </div>
    </Card>
  );
}

const said = (text: string) => <span className="figures text-ink-faint text-xs">{text}</span>;

/** `part` of `whole` in percent, to one decimal; 0 of nothing. */
const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10);
