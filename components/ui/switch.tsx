import { type ReactNode, useId } from "react";
import { classes } from "./classes";

type SwitchProps = {
  label: ReactNode;
  /** What it means for the person, below the label. */
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
};

/** Something that is on or off, and is so at once. */
export function Switch({ label, hint, checked, onChange, disabled }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => onChange(target.checked)}
        className={classes(
          "border-line-strong bg-pressed checked:bg-accent checked:border-accent relative mt-0.5 h-5 w-9 shrink-0 appearance-none rounded-full border transition-colors",
          "before:bg-raised before:shadow-control before:absolute before:top-0.5 before:left-0.5 before:size-3.5 before:rounded-full before:transition-transform checked:before:translate-x-4",
          "disabled:opacity-50",
        )}
      />
      <span className="min-w-0">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="text-ink-muted block text-sm">
            {hint}
          </span>
        )}
      </span>
    </div>
  );
}
