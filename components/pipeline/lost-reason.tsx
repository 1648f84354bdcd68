"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { KeyboardKey } from "@/components/ui/keyboard-key";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import type { Card } from "./columns";
import { messages } from "./messages";
import { nameOf } from "./use-moves";

type LostReasonProps = {
  cards: Card[];
  reasons: BoardAnswer["lostReasons"];
  /** Told the reason; null when none is given. */
  onChoose: (lostReasonId: string | null) => void;
  onCancel: () => void;
};

/** Asks why deals were lost, where they were dropped: one press answers, and so does a digit. */
export function LostReason({ cards, reasons, onChoose, onCancel }: LostReasonProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector("button")?.focus(), []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a dialog hears Escape, whatever in it has the focus
    <div
      ref={panel}
      role="dialog"
      tabIndex={-1}
      aria-label={messages.whyLost(nameOf(cards))}
      onKeyDown={(event) => {
        const reason = /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
        if (event.key !== "Escape" && !reason) return;
        event.preventDefault();
        event.stopPropagation();
        if (reason) onChoose(reason.id);
        else onCancel();
      }}
      className="bg-raised shadow-dialog absolute inset-x-4 bottom-4 z-30 mx-auto max-w-160 rounded-xl p-4"
    >
      <h2 className="text-sm font-medium">{messages.whyLost(nameOf(cards))}</h2>
      <div className="mt-3 flex flex-wrap gap-2">
        {reasons.map(({ id, name }, index) => (
          <Button key={id} onClick={() => onChoose(id)}>
            {name}
            {index < 9 && <KeyboardKey>{String(index + 1)}</KeyboardKey>}
          </Button>
        ))}
      </div>
      <div className="mt-4 flex justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          {messages.cancel}
        </Button>
        <Button variant="quiet" onClick={() => onChoose(null)}>
          {messages.skip}
        </Button>
      </div>
    </div>
  );
}
