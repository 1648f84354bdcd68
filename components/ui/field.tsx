import { type ComponentProps, type ReactNode, useId } from "react";
import { Input } from "./input";

type FieldProps = ComponentProps<"input"> & {
  label: string;
  /** What helps to fill it in, under the control. */
  hint?: ReactNode;
  /** What is wrong with it and what to do; shown in place of the hint. */
  error?: string | null;
  /** Something to do about the field, at the end of the label's line. */
  aside?: ReactNode;
};

/** A labelled input with its hint or error, tied together for screen readers. */
export function Field({ label, hint, error, aside, id, ...rest }: FieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const messageId = `${controlId}-message`;
  const message = error || hint;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={controlId} className="text-sm font-medium">
          {label}
        </label>
        {aside}
      </div>
      <Input
        {...rest}
        id={controlId}
        aria-invalid={error ? true : undefined}
        aria-describedby={message ? messageId : undefined}
      />
      {message && (
        <p id={messageId} className={error ? "text-negative text-sm" : "text-ink-muted text-sm"}>
          {message}
        </p>
      )}
    </div>
  );
}
