"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { classes } from "./classes";
import { popupClass, popupItemClass } from "./popup-class";
import type { SelectProps } from "./select";
import { selectClass } from "./select-class";

/** A select with its list, open at first. Use `Select`, which fetches it when it is wanted. */
export function SelectList<Value extends string>({ label, value, options, onChange, className }: SelectProps<Value>) {
  const chosen = options.find((option) => option.value === value);
  return (
    // Its style elements would need the page's nonce; what they style is done by classes here.
    <CSPProvider disableStyleElements>
      <BaseSelect.Root
        defaultOpen
        items={options}
        value={value}
        onValueChange={(next) => next !== null && onChange(next)}
      >
        <BaseSelect.Trigger aria-label={label} className={classes(selectClass, className)}>
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
    </CSPProvider>
  );
}
