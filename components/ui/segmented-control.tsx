import type { ReactNode } from "react";

export type Segment<Value extends string> = { value: Value; label: ReactNode };

type SegmentedControlProps<Value extends string> = {
  label: string;
  value: Value;
  segments: Segment<Value>[];
  onChange: (value: Value) => void;
};

/** Two to five ways to see one thing, of which one is in force. */
export function SegmentedControl<Value extends string>({
  label,
  value,
  segments,
  onChange,
}: SegmentedControlProps<Value>) {
  return (
    <fieldset
      aria-label={label}
      className="bg-hover inline-flex h-8 min-w-0 items-center gap-0.5 rounded-md p-0.5 pointer-coarse:h-10"
    >
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          aria-pressed={segment.value === value}
          onClick={() => onChange(segment.value)}
          className="text-ink-muted hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-card inline-flex h-full min-w-7 items-center justify-center gap-1.5 rounded-sm px-2.5 text-sm transition-colors select-none aria-pressed:font-medium max-sm:px-2"
        >
          {segment.label}
        </button>
      ))}
    </fieldset>
  );
}
