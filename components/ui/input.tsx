import type { ComponentProps } from "react";
import { classes } from "./classes";

/** The classes of a control that text is typed into. */
export const inputClass = classes(
  "border-line-strong bg-raised text-ink shadow-control h-8 w-full min-w-0 rounded-md border px-2.5 text-base",
  "hover:border-ink-faint focus-visible:border-focus transition-colors focus-visible:outline-1 focus-visible:outline-offset-0",
  "aria-invalid:border-negative disabled:opacity-60 pointer-coarse:h-10 pointer-coarse:text-lg",
);

/** A line of text. Put it in a `Field` for its label and error. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={classes(inputClass, className)} />;
}
