"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { classes } from "@/components/ui/classes";
import { inputClass } from "@/components/ui/input";
import { KeyboardKey } from "@/components/ui/keyboard-key";
import { messages } from "./messages";

const restMilliseconds = 250;

/** Words to look for on the board; asked for when somebody pauses. */
export function BoardSearchBox({ value, onChange }: { value: string; onChange: (words: string) => void }) {
  const [words, setWords] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    // Cleared from elsewhere, such as by Back.
    if (words.trim() !== value) setWords(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (next: string, wait: number) => {
    setWords(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next.trim()), wait);
  };
  return (
    <div className="relative w-44 max-sm:w-full max-sm:flex-1">
      <Search
        aria-hidden
        className="text-ink-faint pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2"
      />
      <input
        type="search"
        data-board-search
        aria-label={messages.search}
        placeholder={messages.search}
        value={words}
        onChange={({ target }) => ask(target.value, restMilliseconds)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          if (words) ask("", 0);
          else event.currentTarget.blur();
        }}
        className={classes(inputClass, "pr-8 pl-8 text-sm [&::-webkit-search-cancel-button]:hidden")}
      />
      {!words && (
        <span className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 pointer-coarse:hidden">
          <KeyboardKey>/</KeyboardKey>
        </span>
      )}
    </div>
  );
}
