import { Card } from "@/components/ui/card";
import type { OverviewAnswer } from "@/lib/dialects/native/overview";
import { sayDate } from "@/lib/kit/moment";
import { Figure } from "./figure";
import { messages } from "./messages";
import { MoneyFigure } from "./money-figure";
import { TrendChart } from "./trend-chart";

/**
 * The four numbers of the range, and new leads over time under them. What is won is not compared: older
 * leads have had longer to be won, so every period would look worse than the one before.
 */
export function FiguresCard({ overview, pipeline }: { overview: OverviewAnswer; pipeline: string }) {
  const { created, won, previous } = overview;
  const before = previous ? messages.days(sayDate(previous.from), sayDate(previous.to)) : null;
  const against = before ? messages.against(before) : null;
  const soFar = (
    <span className="figures text-ink-faint truncate text-xs">{messages.soFar(won.leads, created.leads)}</span>
  );
  return (
    <Card flush className="overflow-clip">
      <dl className="bg-line grid grid-cols-2 gap-px lg:grid-cols-4">
        <Figure label={messages.newLeads} value={created.leads} previous={created.previousLeads} against={against} />
        <MoneyFigure label={messages.newValue} values={created.values} against={against} />
        <MoneyFigure label={messages.wonValue} values={won.values} foot={soFar} />
        <Figure label={messages.winRate} value={percentOf(won.leads, created.leads)} unit="%" foot={soFar} />
      </dl>
      <div className="border-line border-t">
        <TrendChart trend={overview.trend} pipeline={pipeline} against={before} />
      </div>
    </Card>
  );
}

/** `part` of `whole` in percent, to one decimal; 0 of nothing. */
const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10);
