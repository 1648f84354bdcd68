"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import type { Clash } from "@/lib/client/api";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { sayMoment } from "@/lib/kit/moment";
import { labelOf, sayValue } from "./labels";
import { messages } from "./messages";
import { leadChoicesQuery, stagesQuery } from "./queries";
import { usePatchLead } from "./use-patch-lead";

type ClashDialogProps = {
  record: LeadRecordAnswer;
  fields: Record<string, unknown>;
  clashes: Clash[];
  onClose: () => void;
};

/** What somebody else made of the fields that this person changed, beside what they want: one of them is chosen. */
export function ClashDialog({ record, fields, clashes, onClose }: ClashDialogProps) {
  const [mine, setMine] = useState<Record<string, boolean>>({});
  const { data: choices } = useQuery(leadChoicesQuery());
  const { data: stages } = useQuery(stagesQuery());
  const patch = usePatchLead(record.lead.id);
  const around = {
    currency: record.lead.currency,
    asOf: record.asOf,
    timeZone: record.timeZone,
    choices,
    stages: stages?.stages,
  };
  const save = () => {
    const kept = Object.fromEntries(
      Object.entries(fields).filter(([name]) => mine[name] || !clashes.some(({ field }) => field === name)),
    );
    // What they have seen now is what they know.
    const known = Object.fromEntries(clashes.map(({ field, present }) => [field, present]));
    if (Object.keys(kept).length > 0) patch.mutate({ fields: kept, known: { ...fields, ...known }, record });
    onClose();
  };
  return (
    <Dialog
      open
      title={messages.clashTitle}
      description={messages.clashHint}
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="flex flex-col gap-4">
        {clashes.map(({ field, wanted, present, by, at }, place) => (
          <fieldset key={field} className="flex flex-col gap-2">
            <legend className="text-sm font-medium">{labelOf(field, record)}</legend>
            <div className="mt-1 grid gap-2 sm:grid-cols-2">
              {[
                {
                  isMine: false,
                  who: messages.theirs(by, at ? sayMoment(new Date(at), new Date(record.asOf), record.timeZone) : ""),
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
                    aria-label={`${who}: ${sayValue(field.replace(/^contact\./, ""), value, around)}`}
                    name={field}
                    autoFocus={place === 0 && !isMine}
                    checked={(mine[field] ?? false) === isMine}
                    onChange={() => setMine({ ...mine, [field]: isMine })}
                    className="accent-accent mt-0.5 size-4 shrink-0"
                  />
                  <span className="min-w-0">
                    <span className="text-ink-muted block text-xs">{who}</span>
                    <span className="break-words">{sayValue(field.replace(/^contact\./, ""), value, around)}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <DialogActions>
        <DialogCancel />
        <Button variant="primary" onClick={save}>
          {messages.keepChosen}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
