"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { classes } from "@/components/ui/classes";
import { Dot } from "@/components/ui/dot";
import { inputClass } from "@/components/ui/input";
import { KeyboardKey } from "@/components/ui/keyboard-key";
import { Select } from "@/components/ui/select";
import type { StagesAnswer } from "@/lib/dialects/native/stages";
import { messages } from "./messages";
import type { LeadsFilter } from "./search-params";

type LeadsFiltersProps = {
  filter: LeadsFilter;
  stages: StagesAnswer["stages"];
  onChange: (change: Partial<LeadsFilter>) => void;
};

/** How long typing has to rest before it searches. */
const restMilliseconds = 200;

/** Words to search for and the status to show. `/` goes to the search. */
export function LeadsFilters({ filter, stages, onChange }: LeadsFiltersProps) {
  return (
    <>
      <SearchBox key={filter.q === "" ? "empty" : "used"} words={filter.q} onChange={(q) => onChange({ q })} />
      <Select
        label={messages.status}
        value={filter.stage}
        options={[
          { value: "", label: messages.anyStatus },
          ...stages.map(({ id, name, color }) => ({ value: id, label: name, mark: <Dot color={color} /> })),
        ]}
        onChange={(stage) => onChange({ stage })}
        className="min-w-34"
      />
    </>
  );
}

function SearchBox({ words, onChange }: { words: string; onChange: (words: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(words);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const type = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next), restMilliseconds);
  };
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  return (
    <search className="relative min-w-0 flex-1 sm:w-64 sm:flex-none">
      <Search aria-hidden className="text-ink-faint pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4" />
      <input
        ref={input}
        type="search"
        aria-label={messages.search}
        aria-keyshortcuts="/"
        placeholder={messages.search}
        value={typed}
        maxLength={200}
        onChange={(event) => type(event.target.value)}
        className={classes(inputClass, "px-8 text-sm [&::-webkit-search-cancel-button]:hidden")}
      />
      <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center pointer-coarse:hidden">
        <KeyboardKey>/</KeyboardKey>
      </span>
    </search>
  );
}

/** Whether a key is meant for what has the focus. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
