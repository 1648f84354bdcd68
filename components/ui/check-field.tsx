import type { ReactNode } from "react";

type CheckFieldProps = { label: string; hint: ReactNode; checked: boolean; onChange: (checked: boolean) => void };

/** Something that is so or not once the form is saved, and what it means. */
export const CheckField = ({ label, hint, checked, onChange }: CheckFieldProps) => (
  <label className="flex items-start gap-2.5 text-sm">
    <input
      type="checkbox"
      checked={checked}
      onChange={({ target }) => onChange(target.checked)}
      className="accent-accent mt-0.5 size-4"
    />
    <span>
      {label}
      <span className="text-ink-muted block">{hint}</span>
    </span>
  </label>
);
