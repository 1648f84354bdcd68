"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import type { Clash } from "@/lib/client/api";
import { sayMoment } from "@/lib/kit/moment";
import { clashMessages as messages } from "./messages";

/** Fields that clash, and how people call and read them. */
export type Clashing = {
  clashes: readonly Clash[];
  labelOf: (field: string) => string;
  sayValue: (field: string, value: unknown) => string;
  now: Date;
  timeZone: string;
};

type ClashDialogProps = Clashing & { onChoose: (mine: string[]) => void; onLeave: () => void };

/** What somebody else made of the fields that this person changed, beside what they want: one of them is chosen. */
export function ClashDialog({ clashes, labelOf, sayValue, now, timeZone, onChoose, onLeave }: ClashDialogProps) {
  const [mine, setMine] = useState<string[]>([]);
  return (
    <Dialog open title={messages.title} description={messages.hint} onOpenChange={(open) => !open && onLeave()}>
      <div className="flex flex-col gap-4">
        {clashes.map(({ field, wanted, present, by, at }, place) => (
          <fieldset key={field} className="flex flex-col gap-2">
            <legend className="text-sm font-medium">{labelOf(field)}</legend>
            <div className="mt-1 grid gap-2 sm:grid-cols-2">
              {[
                {
                  isMine: false,
                  who: messages.theirs(by, at ? sayMoment(new Date(at), now, timeZone) : ""),
                  value: present,
                },
                { isMine: true, who: messages.yours, value: wanted },
              ].map(({ isMine, who, value }) => (
                <label
                  key={String(isMine)}
                  className="border-line has-checked:border-accent has-checked:bg-accent-wash flex cursor-default items-start gap-2 rounded-md border p-2.5 text-sm"
                >
                  <input
                    type="radio"
                    aria-label={`${who}: ${sayValue(field, value)}`}
                    name={field}
                    autoFocus={place === 0 && !isMine}
                    checked={mine.includes(field) === isMine}
                    onChange={() => setMine([...mine.filter((each) => each !== field), ...(isMine ? [field] : [])])}
                    className="accent-accent mt-0.5 size-4 shrink-0"
                  />
                  <span className="min-w-0">
                    <span className="text-ink-muted block text-xs">{who}</span>
                    <span className="break-words">{sayValue(field, value)}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <DialogActions>
        <DialogCancel />
        <Button variant="primary" onClick={() => onChoose(mine)}>
          {messages.keepChosen}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
