"use client";

import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { popupClass, popupItemClass } from "./popup-class";

export type SelectOption<Value extends string> = { value: Value; label: string; mark?: ReactNode };

type SelectProps<Value extends string> = {
  /** What is chosen, for screen readers; visible where a `Field` says it. */
  label: string;
  value: Value;
  options: SelectOption<Value>[];
  onChange: (value: Value) => void;
  className?: string;
};

/** A control that shows one of a few options and lets people choose another. */
export function Select<Value extends string>({ label, value, options, onChange, className }: SelectProps<Value>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <BaseSelect.Root items={options} value={value} onValueChange={(next) => next !== null && onChange(next)}>
      <BaseSelect.Trigger
        aria-label={label}
        className={classes(
          "border-line-strong bg-raised shadow-control flex h-8 items-center gap-2 rounded-md border pr-2 pl-2.5 text-sm select-none",
          "hover:bg-hover data-popup-open:bg-hover transition-colors pointer-coarse:h-10",
          className,
        )}
      >
        {chosen?.mark}
        <BaseSelect.Value className="truncate" />
        <BaseSelect.Icon className="text-ink-faint ml-auto">
          <ChevronsUpDown className="size-3.5" aria-hidden />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner
          sideOffset={6}
          alignItemWithTrigger={false}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <BaseSelect.Popup className={classes(popupClass, "max-h-80 min-w-(--anchor-width) overflow-y-auto p-1")}>
            <BaseSelect.List>
              {options.map((option) => (
                <BaseSelect.Item key={option.value} value={option.value} className={popupItemClass}>
                  {option.mark}
                  <BaseSelect.ItemText className="truncate">{option.label}</BaseSelect.ItemText>
                  <BaseSelect.ItemIndicator className="ml-auto">
                    <Check aria-hidden />
                  </BaseSelect.ItemIndicator>
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
