import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** The page above this one, before its title. */
export const BackLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <>
    <Link href={href} className="text-ink-muted hover:text-ink font-normal transition-colors">
      {children}
    </Link>
    <ChevronRight aria-hidden className="text-ink-faint mx-1 inline size-4 align-[-0.125em]" />
  </>
);
