import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import { classes } from "@/components/ui/classes";
import { sayNumber } from "@/lib/kit/number";
import { messages } from "./messages";

type ChangeProps = {
  value: number;
  previous: number;
  against: string | null;
  /** A rate changes by points. */ unit?: "%";
};

/** How much more or less than before: by an arrow, a sign and a colour. */
export function Change({ value, previous, against, unit }: ChangeProps) {
  const direction = Math.sign(value - previous);
  const Icon = direction > 0 ? ArrowUpRight : direction < 0 ? ArrowDownRight : ArrowRight;
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-xs">
      <span
        className={classes(
          "figures inline-flex shrink-0 items-center gap-0.5 font-medium",
          direction > 0 ? "text-positive" : direction < 0 ? "text-negative" : "text-ink-muted",
        )}
      >
        <Icon aria-hidden className="size-3.5" />
        {describe(value, previous, unit)}
      </span>
      {against && <span className="text-ink-faint truncate max-sm:sr-only">{against}</span>}
    </span>
  );
}

function describe(value: number, previous: number, unit?: "%"): string {
  const difference = value - previous;
  if (difference === 0) return messages.unchanged;
  const sign = difference > 0 ? "+" : "−";
  if (unit) return messages.points(`${sign}${sayNumber(Math.abs(difference), tenths)}`);
  if (previous === 0) return messages.noneBefore;
  const percent = Math.abs((difference / previous) * 100);
  return `${sign}${sayNumber(percent, percent < 10 ? { maximumFractionDigits: 1 } : { maximumFractionDigits: 0 })}%`;
}

const tenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
