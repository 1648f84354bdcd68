import type { ReactNode } from "react";
import { classes } from "./classes";

export type Segment<Value extends string> = { value: Value; label: ReactNode };

type SegmentedControlProps<Value extends string> = {
  label: string;
  value: Value;
  segments: Segment<Value>[];
  onChange: (value: Value) => void;
  className?: string;
};

/** Two to five ways to see one thing, of which one is in force. */
export function SegmentedControl<Value extends string>({
  label,
  value,
  segments,
  onChange,
  className,
}: SegmentedControlProps<Value>) {
  return (
    <fieldset
      aria-label={label}
      className={classes(
        "bg-track inline-flex h-8 min-w-0 items-center gap-0.5 rounded-md p-0.5 pointer-coarse:h-10",
        className,
      )}
    >
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          aria-pressed={segment.value === value}
          onClick={() => onChange(segment.value)}
          className="text-ink-muted hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-card inline-flex h-full min-w-7 flex-auto items-center justify-center gap-1.5 rounded-sm px-2.5 text-sm font-medium transition-colors select-none max-sm:px-2"
        >
          {segment.label}
        </button>
      ))}
    </fieldset>
  );
}
