"use client";

import { useState } from "react";

type TickProps = {
  label?: string;
  checked: boolean;
  className: string;
  /** Writes it, and throws when that did not work. */
  onTick: (checked: boolean) => Promise<unknown>;
};

/** A box that is ticked at once, and opens again when the server refuses. */
export function Tick({ label, checked, className, onTick }: TickProps) {
  const [wanted, setWanted] = useState<boolean | null>(null);
  // The screen has caught up with the server.
  if (wanted !== null && wanted === checked) setWanted(null);
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={wanted ?? checked}
      onChange={({ target }) => {
        setWanted(target.checked);
        void onTick(target.checked).catch(() => setWanted(null));
      }}
      className={className}
    />
  );
}
