"use client";

import { type ComponentProps, useId } from "react";
import { Field } from "@/components/ui/field";
import { messages } from "./messages";
import { useBrowserLists } from "./use-browser-lists";

type ZoneFieldProps = Omit<ComponentProps<typeof Field>, "value" | "onChange"> & {
  value: string;
  onChange: (zone: string) => void;
};

/** An IANA time zone, out of those the browser knows, its own one press away. */
export function ZoneField({ value, onChange, disabled, ...rest }: ZoneFieldProps) {
  const lists = useBrowserLists();
  const listId = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <Field
        {...rest}
        list={listId}
        autoComplete="off"
        spellCheck={false}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
        aside={
          lists && !disabled && lists.zone !== value ? (
            <button
              type="button"
              onClick={() => onChange(lists.zone)}
              className="text-accent-ink text-sm hover:underline"
            >
              {messages.useBrowserZone}
            </button>
          ) : undefined
        }
      />
      <datalist id={listId}>
        {lists?.zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </datalist>
    </div>
  );
}
