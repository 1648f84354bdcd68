import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** A quiet word beside the title: a count, a date. */
  detail?: ReactNode;
  /** Filters and the one primary action. */
  children?: ReactNode;
};

/** What page this is and what can be done on it; stays in sight while the page scrolls. */
export function PageHeader({ title, detail, children }: PageHeaderProps) {
  return (
    <header className="border-line bg-surface sticky top-0 z-20 flex min-h-13 flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-2 md:px-6">
      <h1 className="max-w-full min-w-0 text-lg font-semibold tracking-tight">{title}</h1>
      {detail && <div className="text-ink-faint text-sm">{detail}</div>}
      {children && (
        <div className="ml-auto flex flex-wrap items-center gap-2 max-sm:w-full max-sm:justify-between">{children}</div>
      )}
    </header>
  );
}
