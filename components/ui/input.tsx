import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** The classes of a control that text is typed into. */
export const inputClass = classNames(
  "h-8 w-full min-w-0 rounded-md border border-line-strong bg-raised px-2.5 text-base text-ink shadow-control",
  "transition-colors hover:border-ink-faint focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0",
  "disabled:opacity-60 aria-invalid:border-negative pointer-coarse:h-10 pointer-coarse:text-lg",
);

/** A line of text. Put it in a `Field` for its label and error. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={classNames(inputClass, className)} />;
}
