import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

type TitleBelowProps = {
  /** The page above this one, and its name. */
  href: string;
  page: string;
  /** The title of this page. */
  children: ReactNode;
};

/** The title of a page below another one, with the way back before it: an arrow alone where there is little room. */
export const TitleBelow = ({ href, page, children }: TitleBelowProps) => (
  <span className="flex min-w-0 items-center gap-1.5">
    <Link
      href={href}
      className="text-ink-muted hover:text-ink inline-flex min-h-8 min-w-6 shrink-0 items-center gap-1.5 text-sm font-normal transition-colors"
    >
      <span className="max-sm:sr-only">{page}</span>
      <ChevronRight aria-hidden className="text-ink-faint size-4 max-sm:rotate-180" />
    </Link>
    <span className="min-w-0 truncate">{children}</span>
  </span>
);
