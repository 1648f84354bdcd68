import { ChevronsLeft } from "lucide-react";
import { formatMoney, Money } from "@/components/fields/money";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Dot } from "@/components/ui/dot";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import { sayNumber } from "@/lib/kit/number";
import { messages } from "./messages";

type ColumnHeadProps = { stage: BoardAnswer["columns"][number]; onCollapse: () => void };

/** What a column is and what is in it: how many, how much, and how much of that is expected. */
export function ColumnHead({ stage, onCollapse }: ColumnHeadProps) {
  // Leads without a value add nothing to read.
  const sums = stage.sums.filter(({ minor }) => minor !== 0);
  return (
    <header className="group/head px-3 pt-2.5 pb-2">
      {/* Where there is one column, the switch above it says which. */}
      <div className="flex items-center gap-2 max-md:sr-only">
        <Dot color={stage.color} />
        <h2 className="min-w-0 truncate text-sm font-medium">{stage.name}</h2>
        <span className="figures text-ink-faint text-xs">
          {sayNumber(stage.count)}
          <span className="sr-only"> {messages.leads(stage.count).split(" ").at(-1)}</span>
        </span>
        <button
          type="button"
          aria-expanded
          aria-label={messages.collapse(stage.name)}
          onClick={onCollapse}
          className={classes(
            buttonClass({ variant: "quiet", size: "small", iconOnly: true }),
            "-my-1 -mr-1.5 ml-auto size-6! opacity-0 group-hover/head:opacity-100 focus-visible:opacity-100 max-md:hidden",
          )}
        >
          <ChevronsLeft aria-hidden />
        </button>
      </div>
      <div className="figures text-ink-muted min-h-4 text-xs">
        {sums.map(({ currency, minor, weightedMinor }) => (
          <p key={currency} className="flex flex-wrap gap-x-2">
            <Money minor={minor} currency={currency} style="short" />
            <span title={messages.weightedHint(stage.probability)} className="text-ink-faint">
              {messages.weighted(formatMoney(weightedMinor, currency, "short"))}
            </span>
          </p>
        ))}
      </div>
    </header>
  );
}
