import Link from "next/link";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { listPath } from "./list-path";

type ListLinkProps = {
  filter: object;
  children: ReactNode;
  /** Whether the whole row, which has to be `relative`, opens the list. */
  row?: boolean;
  className?: string;
};

/** A number, or the name of its row, that opens the list it counts. */
export function ListLink({ filter, children, row = false, className }: ListLinkProps) {
  return (
    <Link
      href={listPath(filter)}
      prefetch={false}
      className={classes(
        row
          ? "focus-visible:before:outline-focus before:absolute before:inset-0 focus-visible:outline-none focus-visible:before:outline-2 focus-visible:before:-outline-offset-2"
          : "hover:text-accent-ink underline-offset-2 hover:underline",
        className,
      )}
    >
      {children}
    </Link>
  );
}
