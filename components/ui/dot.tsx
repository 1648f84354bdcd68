import { classes } from "./classes";

/** A small mark in a colour that people chose (`#rrggbb`), always beside the word it stands for. */
export function Dot({ color, className }: { color: string; className?: string }) {
  return (
    <span
      aria-hidden
      data-dot
      style={{ backgroundColor: color }}
      className={classes("inset-ring-ink/15 inline-block size-2 shrink-0 rounded-full inset-ring", className)}
    />
  );
}
