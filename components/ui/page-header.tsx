import type { ReactNode } from "react";
import { classes } from "./classes";

type PageHeaderProps = {
  title: ReactNode;
  /** A quiet word beside the title: a count, a date. */
  detail?: ReactNode;
  /** Filters and the one primary action. */
  children?: ReactNode;
  /** A few small buttons at the end, which stay beside the title where the rest goes below it: early, as titles are long there. */
  aside?: ReactNode;
};

/** What page this is and what can be done on it; stays in sight while the page scrolls. */
export function PageHeader({ title, detail, children, aside }: PageHeaderProps) {
  return (
    <header
      className={classes(
        "border-line bg-surface sticky top-0 z-20 flex min-h-13 flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-2 md:px-6",
        Boolean(aside) && "lg:flex-nowrap",
      )}
    >
      <h1
        className={classes(
          "max-w-full min-w-0 text-lg font-semibold tracking-tight",
          Boolean(aside) && "max-lg:flex-1",
        )}
      >
        {title}
      </h1>
      {detail && <div className="text-ink-faint text-sm">{detail}</div>}
      {children && (
        <div
          className={classes(
            "ml-auto flex items-center gap-2",
            aside
              ? "max-lg:order-last max-lg:w-full max-sm:flex-wrap max-sm:justify-between lg:shrink-0"
              : "flex-wrap max-sm:order-last max-sm:w-full max-sm:justify-between",
          )}
        >
          {children}
        </div>
      )}
      {aside && <div className="flex shrink-0 items-center gap-2">{aside}</div>}
    </header>
  );
}
