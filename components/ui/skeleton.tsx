import { classes } from "./classes";

/** The shape of something that is on its way. Decorative: the view around it says that it loads. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classes("bg-pressed block h-3 animate-pulse rounded-sm", className)} />;
}
