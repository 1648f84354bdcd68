"use client";

import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
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
        className={classNames(
          "flex h-8 items-center gap-2 rounded-md border border-line-strong bg-raised pr-2 pl-2.5 text-sm shadow-control select-none",
          "transition-colors hover:bg-hover data-popup-open:bg-hover pointer-coarse:h-10",
          className,
        )}
      >
        {chosen?.mark}
        <BaseSelect.Value className="truncate" />
        <BaseSelect.Icon className="ml-auto text-ink-faint">
          <ChevronsUpDown className="size-3.5" aria-hidden />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={6} alignItemWithTrigger={false} collisionPadding={8} className="z-50 outline-none">
          <BaseSelect.Popup className={classNames(popupClass, "max-h-80 min-w-(--anchor-width) overflow-y-auto p-1")}>
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
