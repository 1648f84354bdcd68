import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes";

type CardProps = Omit<ComponentProps<"section">, "title"> & {
  title?: ReactNode;
  /** What stands at the end of the title's line. */
  aside?: ReactNode;
  /** Whether the content brings its own padding, as a table does. */
  flush?: boolean;
};

/** A plane that holds one subject. */
export function Card({ title, aside, flush = false, className, children, ...rest }: CardProps) {
  const titleId = useId();
  return (
    <section
      {...rest}
      aria-labelledby={title ? titleId : undefined}
      className={classes("border-line bg-raised shadow-card min-w-0 rounded-lg border", className)}
    >
      {title && (
        <div className="flex min-h-11 items-center justify-between gap-4 px-4 pt-2">
          <h2 id={titleId} className="text-sm font-medium">
            {title}
          </h2>
          {aside}
        </div>
      )}
      <div className={flush ? undefined : classes("px-4 pb-4", !title && "pt-4")}>{children}</div>
    </section>
  );
}
