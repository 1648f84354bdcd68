"use client";

import { type ReactNode, useState } from "react";
import { Dot } from "@/components/ui/dot";
import { findTyped } from "@/lib/kit/find-typed";
import type { Choice } from "./fields";
import { ListSearch } from "./list-search";
import { filterMessages as messages } from "./messages";

/** How many choices are drawn at once; typing finds the others. */
const mostShown = 200;

type CheckListProps = {
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** What is typed to find a choice, where the list around it wants to know. */
  typed?: string;
  onType?: (typed: string) => void;
  /** What stands above the choices. */
  before?: ReactNode;
};

/** Any number of choices out of a list. */
export function CheckList({ choices, chosen, onChange, before, ...steered }: CheckListProps) {
  const own = useState("");
  const [typed, setTyped] = [steered.typed ?? own[0], steered.onType ?? own[1]];
  const found = findTyped(choices, typed.trim(), ({ label }) => label);
  return (
    <ListSearch label={messages.findChoice} value={typed} onChange={setTyped}>
      {before}
      {found.slice(0, mostShown).map(({ value, label, color }) => (
        <label
          key={value}
          className="hover:bg-hover has-focus-visible:bg-hover flex min-h-8 items-center gap-2.5 rounded-md px-2 text-sm pointer-coarse:min-h-11"
        >
          <input
            type="checkbox"
            data-item
            className="accent-accent size-4"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
            }
          />
          {color && <Dot color={color} />}
          <span className="min-w-0 truncate">{label}</span>
        </label>
      ))}
      {found.length === 0 && !before && <p className="text-ink-muted px-2 py-3 text-sm">{messages.noChoice}</p>}
    </ListSearch>
  );
}
