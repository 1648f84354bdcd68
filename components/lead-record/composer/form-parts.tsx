import { type ComponentProps, type KeyboardEvent, type ReactNode, type SubmitEvent, useId } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { inputClass } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { composerMessages } from "./messages";

type ComposerFrameProps = {
  /** What its button does. */
  action: string;
  busy: boolean;
  /** Whether there is something to throw away. */
  hasDraft: boolean;
  problem: string | null;
  onSubmit: () => void;
  onDiscard: () => void;
  children: ReactNode;
};

/** A form of the composer: its fields, what is wrong, and its buttons. Ctrl or Command with Enter sends it. */
export function ComposerFrame({ action, busy, hasDraft, problem, onSubmit, onDiscard, children }: ComposerFrameProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl with Enter sends it from any field
    <form noValidate onSubmit={submit} onKeyDown={byKey} className="flex flex-col gap-3">
      {children}
      {problem && (
        <p role="alert" className="text-negative text-sm">
          {problem}
        </p>
      )}
      <div className="flex items-center justify-end gap-2">
        {hasDraft && (
          <>
            <span className="text-ink-faint mr-auto text-xs">{composerMessages.draftKept}</span>
            <Button size="small" variant="quiet" onClick={onDiscard}>
              {composerMessages.discard}
            </Button>
          </>
        )}
        <Button size="small" type="submit" variant="primary" busy={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}

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

type ChoiceProps = {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
  className?: string;
};

/** One of a few, in the browser's own list. */
export const Choice = ({ label, value, options, onChange, className }: ChoiceProps) => (
  <Labelled label={label} className={className}>
    {(id) => (
      <NativeSelect id={id} value={value} onChange={(event) => onChange(event.target.value)}>
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
