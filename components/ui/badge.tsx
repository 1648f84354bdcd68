import type { ReactNode } from "react";
import { classes } from "./classes";

export type BadgeTone = "neutral" | "accent" | "positive" | "caution" | "negative";

const tones: Record<BadgeTone, string> = {
  neutral: "bg-neutral-wash text-ink-muted",
  accent: "bg-accent-wash text-accent-ink",
  positive: "bg-positive-wash text-positive",
  caution: "bg-caution-wash text-caution",
  negative: "bg-negative-wash text-negative",
};

/** A short word about a thing's state. */
export function Badge({ tone = "neutral", children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={classes("inline-flex h-5 max-w-full items-center rounded-sm px-1.5 text-xs font-medium", tones[tone])}
    >
      <span className="truncate">{children}</span>
    </span>
  );
}
