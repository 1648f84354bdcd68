import type { ComponentProps } from "react";
import { classes } from "./classes";

/** A table whose rows are compared. Its columns are `HeadCell`s and `Cell`s. */
export function Table({ className, ...rest }: ComponentProps<"table">) {
  return <table {...rest} className={classes("w-full border-separate border-spacing-0 text-sm", className)} />;
}

type CellProps<Element extends "th" | "td"> = ComponentProps<Element> & { numeric?: boolean };

/** The head of a column. */
export function HeadCell({ numeric = false, className, ...rest }: CellProps<"th">) {
  return (
    <th
      scope="col"
      {...rest}
      className={classes(
        "border-line text-ink-faint h-8 border-b px-3 text-xs font-medium whitespace-nowrap first:pl-4 last:pr-4",
        numeric ? "text-right" : "text-left",
        className,
      )}
    />
  );
}

/** A value. Numbers stand at the right, with figures of one width. */
export function Cell({ numeric = false, className, ...rest }: CellProps<"td">) {
  return (
    <td
      {...rest}
      className={classes(
        "border-line h-9 border-b px-3 first:pl-4 last:pr-4",
        numeric && "figures text-right whitespace-nowrap",
        className,
      )}
    />
  );
}
