"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { CheckList } from "@/components/leads/filter/check-list";
import type { Choice } from "@/components/leads/filter/fields";
import { ListSearch } from "@/components/leads/filter/list-search";
import { filterMessages } from "@/components/leads/filter/messages";
import { laterMessages } from "@/components/leads/later-messages";
import { classes } from "@/components/ui/classes";
import { Dot } from "@/components/ui/dot";
import { popupItemClass } from "@/components/ui/popup-class";
import { findTyped } from "@/lib/kit/find-typed";

type PickListProps = {
  choices: readonly Choice[];
  /** The one in force; none has to be. */
  present?: string;
  onChoose: (choice: Choice) => void;
};

/** One choice out of a list. */
export function PickList({ choices, present, onChoose }: PickListProps) {
  const [typed, setTyped] = useState("");
  const found = findTyped(choices, typed, ({ label }) => label);
  return (
    <ListSearch label={filterMessages.findChoice} value={typed} onChange={setTyped}>
      {found.map((choice) => (
        <button
          key={choice.value}
          type="button"
          data-item
          aria-pressed={choice.value === present}
          onClick={() => onChoose(choice)}
          className={classes(
            popupItemClass,
            "hover:bg-hover focus-visible:bg-hover aria-pressed:text-accent-ink w-full text-left aria-pressed:font-medium",
          )}
        >
          {choice.color && <Dot color={choice.color} />}
          <span className="truncate">{choice.label}</span>
        </button>
      ))}
      {found.length === 0 && <p className="text-ink-muted px-2 py-3 text-sm">{filterMessages.noChoice}</p>}
    </ListSearch>
  );
}

type WordListProps = {
  words: readonly string[];
  known: readonly string[];
  /** Whether words can be added that are not known yet. */
  isOpen: boolean;
  onChange: (words: string[]) => void;
};

/** Any number of words; a new one is added by writing it. */
export function WordList({ words, known, isOpen, onChange }: WordListProps) {
  const [typed, setTyped] = useState("");
  const word = typed.trim();
  const all = [...new Set([...words, ...known])];
  const isNew = isOpen && word !== "" && !all.some((each) => each.toLowerCase() === word.toLowerCase());
  return (
    <CheckList
      choices={all.map((each) => ({ value: each, label: each }))}
      chosen={words}
      onChange={onChange}
      typed={typed}
      onType={setTyped}
      before={
        isNew && (
          <button
            type="button"
            data-item
            onClick={() => {
              onChange([...words, word]);
              setTyped("");
            }}
            className={classes(popupItemClass, "hover:bg-hover focus-visible:bg-hover w-full text-left")}
          >
            <Plus aria-hidden />
            {laterMessages.addTag(word)}
          </button>
        )
      }
    />
  );
}
