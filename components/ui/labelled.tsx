import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes";
import { inputClass } from "./input";
import { NativeSelect } from "./native-select";

/** A labelled control. */
export function Labelled({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={classes("flex min-w-0 flex-col gap-1", className)}>
      <label htmlFor={id} className="text-ink-muted text-xs font-medium">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  className?: string;
};

/** One of a few, in the browser's own list. */
export const Choice = <Value extends string>({ label, value, options, onChange, className }: ChoiceProps<Value>) => (
  <Labelled label={label} className={className}>
    {(id) => (
      <NativeSelect
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </NativeSelect>
    )}
  </Labelled>
);

/** A short text, a number or a time. */
export const Line = ({ label, className, ...rest }: { label: string } & ComponentProps<"input">) => (
  <Labelled label={label} className={className}>
    {(id) => <input {...rest} id={id} className={classes(inputClass, "figures text-sm")} />}
  </Labelled>
);

/** A text of several lines. */
export const Lines = ({ label, className, ...rest }: { label: string } & ComponentProps<"textarea">) => (
  <Labelled label={label} className={className}>
    {(id) => <textarea {...rest} id={id} className={classes(inputClass, "h-auto resize-y py-1.5")} />}
  </Labelled>
);
