import type { ReactNode } from "react";
import { classes } from "./classes";

type StateMessageProps = {
  /** A small drawing of what there would be. */
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  /** What to do about it. */
  action?: ReactNode;
  /** `polite` where it takes the place of content that was there. */
  live?: boolean;
  className?: string;
};

/** What a view says when it has nothing to show: nothing yet, no match, no permission, an error. */
export function StateMessage({ icon, title, children, action, live = false, className }: StateMessageProps) {
  return (
    <div
      role={live ? "status" : undefined}
      className={classes("flex flex-col items-center px-6 py-10 text-center", className)}
    >
      {icon && (
        <span
          aria-hidden
          className="border-line bg-surface text-ink-faint shadow-card mb-3 inline-flex size-9 items-center justify-center rounded-lg border [&_svg]:size-4.5"
        >
          {icon}
        </span>
      )}
      <p className="text-base font-medium">{title}</p>
      {children && <div className="text-ink-muted mt-1 max-w-80 text-sm text-balance">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
