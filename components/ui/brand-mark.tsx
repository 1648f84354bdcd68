import { classes } from "./classes";

/** The mark: a wright's square, and the lead in its angle. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={classes("size-6 shrink-0", className)}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M9 8.25A1.25 1.25 0 0 1 10.25 7h2.5A1.25 1.25 0 0 1 14 8.25V20h8.75A1.25 1.25 0 0 1 24 21.25v2.5A1.25 1.25 0 0 1 22.75 25H10.25A1.25 1.25 0 0 1 9 23.75z"
        className="fill-on-accent"
      />
      <circle cx="20.5" cy="11.5" r="3.5" className="fill-brand-lead" />
    </svg>
  );
}

/** The mark and the name. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={classes("inline-flex items-center gap-2.5", className)}>
      <BrandMark />
      <span className="text-lg font-semibold tracking-tight">Leadwright</span>
    </span>
  );
}
