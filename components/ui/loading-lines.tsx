import { classes } from "./classes";
import { messages } from "./messages";
import { Skeleton } from "./skeleton";

const widths = ["w-72", "w-60", "w-80"];

/** Lines of text that are on their way. */
export const LoadingLines = ({ lines = 2, className = "p-4" }: { lines?: 1 | 2 | 3; className?: string }) => (
  <div aria-busy className={classes("flex flex-col gap-4", className)}>
    <span className="sr-only">{messages.loading}</span>
    {widths.slice(0, lines).map((width) => (
      <Skeleton key={width} className={classes("max-w-full", width)} />
    ))}
  </div>
);
