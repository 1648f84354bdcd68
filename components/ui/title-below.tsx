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

/** The title of a page below another one, with the way back before it. */
export const TitleBelow = ({ href, page, children }: TitleBelowProps) => (
  <span className="flex min-w-0 items-center gap-1.5">
    <Link href={href} className="text-ink-muted hover:text-ink shrink-0 text-sm font-normal transition-colors">
      {page}
    </Link>
    <ChevronRight aria-hidden className="text-ink-faint size-4 shrink-0" />
    <span className="min-w-0 truncate">{children}</span>
  </span>
);
