"use client";

import type { ReactElement } from "react";
import { Popover } from "@/components/ui/popover";
import { type CardFact, cardFacts } from "./card-fields";
import { messages } from "./messages";

type CardFactsPanelProps = {
  trigger: ReactElement;
  facts: readonly CardFact[];
  onChange: (facts: readonly CardFact[]) => void;
};

/** What cards show of their leads. */
export function CardFactsPanel({ trigger, facts, onChange }: CardFactsPanelProps) {
  const toggle = (fact: CardFact) =>
    onChange(cardFacts.filter((each) => (each === fact ? !facts.includes(fact) : facts.includes(each))));
  return (
    <Popover defaultOpen trigger={trigger} label={messages.onCards} align="end" className="w-56">
      <fieldset className="flex flex-col gap-0.5">
        <legend className="text-ink-faint pb-1 text-xs font-medium">{messages.onCards}</legend>
        {cardFacts.map((fact) => (
          <label key={fact} className="hover:bg-hover flex min-h-8 items-center gap-2.5 rounded-md px-1.5 text-sm">
            <input
              type="checkbox"
              checked={facts.includes(fact)}
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
