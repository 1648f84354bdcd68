"use client";

import type { ReactElement } from "react";
import { Popover } from "@/components/ui/popover";
import { cardFacts, useHiddenFacts } from "./card-fields";
import { messages } from "./messages";

/** What cards show of their leads, chosen by whoever looks at them. */
export function CardFactsPanel({ trigger }: { trigger: ReactElement }) {
  const [hidden, toggle] = useHiddenFacts();
  return (
    <Popover defaultOpen trigger={trigger} label={messages.onCards} align="end" className="w-56">
      <fieldset className="flex flex-col gap-0.5">
        <legend className="text-ink-faint pb-1 text-xs font-medium">{messages.onCards}</legend>
        {cardFacts.map((fact) => (
          <label key={fact} className="hover:bg-hover flex min-h-8 items-center gap-2.5 rounded-md px-1.5 text-sm">
            <input
              type="checkbox"
              checked={!hidden.has(fact)}
              onChange={() => toggle(fact)}
              className="accent-accent size-4"
            />
            {messages.facts[fact]}
          </label>
        ))}
      </fieldset>
    </Popover>
  );
}
