import type { ReactNode } from "react";

/** A subject of a page: what it is, what can be done, and its content. */
export function Section({
  title,
  hint,
  action,
  children,
}: {
  title: string;
  hint: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="mb-8">
      <div className="mb-3 flex items-end justify-between gap-4 max-sm:flex-col max-sm:items-start">
        <div>
          <h2 className="text-base font-semibold">{title}</h2>
          <p className="text-ink-muted max-w-[60ch] text-sm">{hint}</p>
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
