"use client";

import type { KeyboardEvent, ReactNode } from "react";
import { Input } from "@/components/ui/input";

type ListSearchProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The list; what arrows go through carries `data-item`. */
  children: ReactNode;
};

/** A list that is narrowed down by typing; arrows go from the words into it and through it. */
export function ListSearch({ label, value, onChange, children }: ListSearchProps) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input[type=text], [data-item]")];
    const next =
      stops[stops.findIndex((stop) => stop === document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it hears the arrows of the controls inside
    <div onKeyDown={move}>
      <Input
        type="text"
        autoFocus
        aria-label={label}
        placeholder={label}
        value={value}
        maxLength={100}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.parentElement?.querySelector<HTMLElement>("[data-item]")?.click();
        }}
      />
      <div className="mt-1.5 max-h-72 overflow-y-auto">{children}</div>
    </div>
  );
}
