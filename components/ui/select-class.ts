import { classes } from "./classes";

/** The look of a select's closed control. */
export const selectClass = classes(
  "border-line-strong bg-raised shadow-control flex h-8 items-center gap-2 rounded-md border pr-2 pl-2.5 text-sm select-none",
  "hover:bg-hover data-popup-open:bg-hover transition-colors pointer-coarse:h-10",
);
