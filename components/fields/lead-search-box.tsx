"use client";

import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { ShortcutScope } from "@/components/shell/shortcuts";
import { useShortcuts } from "@/components/shell/use-shortcuts";
import { classes } from "@/components/ui/classes";
import { inputClass } from "@/components/ui/input";
import { KeyboardKey } from "@/components/ui/keyboard-key";
import { leadSearchMessages } from "./lead-search-messages";

/** How long typing has to rest before it searches. */
const restMilliseconds = 160;

type LeadSearchBoxProps = {
  words: string;
  /** Whose keys `/` is one of. */
  scope: ShortcutScope;
  /** What is searched. */
  label: string;
  onChange: (words: string) => void;
};

/** The first lead of the table, or of the board. */
const firstFound = "[data-lead] [data-place='1'], [data-card] a";

/** Words to search for among leads, found as one types. `/` goes here, the arrow down to what was found, Escape empties it and then leaves. */
export function LeadSearchBox({ words, scope, label, onChange }: LeadSearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(words);
  const said = useRef(words);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = (next: string) => {
    said.current = next;
    onChange(next);
  };
  const type = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => say(next), restMilliseconds);
  };
  useEffect(() => {
    // Words that came another way: a view, Back, or "Clear filters".
    if (words === said.current) return;
    said.current = words;
    clearTimeout(timer.current);
    setTyped(words);
  }, [words]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcuts(scope, [
    { keys: "/", description: label, run: () => input.current?.select() ?? input.current?.focus() },
  ]);
  return (
    <search className="relative min-w-24 flex-1 sm:w-36 sm:flex-none lg:w-52 xl:w-64">
      <Search aria-hidden className="text-ink-faint pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        value={typed}
        maxLength={200}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") {
            event.preventDefault();
            document.querySelector<HTMLElement>(firstFound)?.focus();
          }
          if (event.key !== "Escape") return;
          event.preventDefault();
          if (typed === "") event.currentTarget.blur();
          else {
            setTyped("");
            clearTimeout(timer.current);
            say("");
          }
        }}
        className={classes(
          inputClass,
          "px-8 text-sm placeholder-shown:max-lg:pr-2 placeholder-shown:pointer-coarse:pr-2 [&::-webkit-search-cancel-button]:hidden",
        )}
      />
      {typed === "" ? (
        <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center max-lg:hidden pointer-coarse:hidden">
          <KeyboardKey>/</KeyboardKey>
        </span>
      ) : (
        <button
          type="button"
          aria-label={leadSearchMessages.clear}
          onClick={() => {
            clearTimeout(timer.current);
            setTyped("");
            say("");
            input.current?.focus();
          }}
          className="text-ink-faint hover:text-ink absolute inset-y-0 right-1 my-auto inline-flex size-6 items-center justify-center rounded-sm"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </search>
  );
}
