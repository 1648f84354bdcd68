"use client";

import { useQuery } from "@tanstack/react-query";
import { type ChangeEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { leadChoicesQuery } from "@/components/fields/lead-queries";
import { Avatar } from "@/components/ui/avatar";
import { classes } from "@/components/ui/classes";
import { inputClass } from "@/components/ui/input";
import { popupItemClass } from "@/components/ui/popup-class";
import { findTyped } from "@/lib/kit/find-typed";
import { composerMessages } from "./messages";

export type MentioningText = { body: string; mentions: string[] };

type MentionFieldProps = {
  label: string;
  value: MentioningText;
  onChange: (value: MentioningText) => void;
  placeholder?: string;
  invalid?: boolean;
};

const mostShown = 6;

/** A text in which `@` and the start of a name offers people to mention; whoever is still named at the end is mentioned. */
export function MentionField({ label, value, onChange, placeholder, invalid }: MentionFieldProps) {
  const { data: choices } = useQuery(leadChoicesQuery());
  const [asked, setAsked] = useState<{ start: number; words: string } | null>(null);
  const [highlighted, setHighlighted] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const people = choices?.users ?? [];
  const found = asked ? findTyped(people, asked.words, ({ name }) => name).slice(0, mostShown) : [];

  const change = (body: string, mentioned = value.mentions) => {
    const named = mentioned.filter((id) => body.includes(`@${people.find((each) => each.id === id)?.name ?? "\n"}`));
    onChange({ body, mentions: choices ? named : mentioned });
  };
  const type = ({ target }: ChangeEvent<HTMLTextAreaElement>) => {
    change(target.value);
    const before = target.value.slice(0, target.selectionStart);
    const match = /(?:^|\s)@([\p{L}\p{M}.'-]*(?: [\p{L}\p{M}.'-]*)?)$/u.exec(before);
    setAsked(match ? { start: before.length - (match[1]?.length ?? 0), words: match[1] ?? "" } : null);
    setHighlighted(0);
  };
  const choose = (person: { id: string; name: string }) => {
    if (!asked) return;
    const end = asked.start + asked.words.length;
    const body = `${value.body.slice(0, asked.start)}${person.name} ${value.body.slice(end)}`;
    change(body, [...new Set([...value.mentions, person.id])]);
    setAsked(null);
    const caret = asked.start + person.name.length + 1;
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret));
  };
  const byKey = (event: KeyboardEvent) => {
    // Enter with Ctrl or Command sends the form.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const person = found[highlighted];
    if (event.key === "Escape" && found.length > 0) {
      event.stopPropagation();
      setAsked(null);
    } else if (person && (event.key === "Enter" || event.key === "Tab")) {
      event.preventDefault();
      choose(person);
    } else if (found.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setHighlighted((highlighted + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    }
  };
  return (
    <div className="relative">
      <textarea
        ref={field}
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-haspopup="listbox"
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={found.length > 0 ? `${listId}-${highlighted}` : undefined}
        placeholder={placeholder}
        rows={Math.min(14, Math.max(3, value.body.split("\n").length))}
        value={value.body}
        onChange={type}
        onKeyDown={byKey}
        onBlur={() => setAsked(null)}
        className={classes(inputClass, "h-auto resize-y py-1.5")}
      />
      {found.length > 0 && (
        <div
          id={listId}
          role="listbox"
          aria-label={composerMessages.mentionList}
          className="bg-raised shadow-popup absolute top-full left-0 z-30 mt-1 w-64 rounded-lg p-1"
        >
          {found.map((person, place) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are those of the text, which keeps the focus
            <div
              key={person.id}
              id={`${listId}-${place}`}
              role="option"
              aria-selected={place === highlighted}
              data-highlighted={place === highlighted || undefined}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
              onPointerEnter={() => setHighlighted(place)}
              className={popupItemClass}
            >
              <Avatar name={person.name} size="small" />
              <span className="truncate">{person.name}</span>
              <span className="text-ink-faint ml-auto truncate text-xs">{person.username}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
