"use client";

import { ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { OnDemand } from "./on-demand";
import { selectClass } from "./select-class";

export type SelectOption<Value extends string> = { value: Value; label: string; mark?: ReactNode };

export type SelectProps<Value extends string> = {
  /** What is chosen, for screen readers; visible where a `Field` says it. */
  label: string;
  value: Value;
  options: SelectOption<Value>[];
  onChange: (value: Value) => void;
  className?: string;
};

/** A control that shows one of a few options and lets people choose another. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, options, className } = props;
  const chosen = options.find((option) => option.value === value);
  return (
    <OnDemand
      popup="listbox"
      load={() => import("./select-list")}
      renderPanel={({ SelectList }) => <SelectList {...props} />}
      trigger={
        <button
          type="button"
          aria-label={`${label}: ${chosen?.label ?? ""}`}
          className={classes(selectClass, className)}
        >
          {chosen?.mark}
          <span className="truncate">{chosen?.label}</span>
          <ChevronsUpDown className="text-ink-faint ml-auto size-3.5" aria-hidden />
        </button>
      }
    />
  );
}
