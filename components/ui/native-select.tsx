import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classes } from "./classes";

/**
 * A select of the browser's own: long lists in groups, which people search by typing and phones show
 * in their own way.
 */
export const NativeSelect = ({ className, children, ...rest }: ComponentProps<"select">) => (
  <span className={classes("relative block min-w-0", className)}>
    <select
      {...rest}
      className="border-line-strong bg-raised text-ink shadow-control hover:bg-hover h-8 w-full min-w-0 appearance-none truncate rounded-md border pr-7 pl-2.5 text-sm transition-colors pointer-coarse:h-10 pointer-coarse:text-lg"
    >
      {children}
    </select>
    <ChevronsUpDown
      aria-hidden
      className="text-ink-faint pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2"
    />
  </span>
);
