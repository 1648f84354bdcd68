"use client";

import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { messages } from "@/components/lead-record/messages";
import { type ComposerForm, useRecordState } from "@/components/lead-record/record-state";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";

type RelatedCardProps = {
  record: LeadRecordAnswer;
  title: string;
  /** What the composer makes of these. */
  form?: ComposerForm;
  empty: string | null;
  children: ReactNode;
};

/** A list of what is related, with the way to add to it. */
export function RelatedCard({ record, title, form, empty, children }: RelatedCardProps) {
  const [, setState] = useRecordState(record.lead.id);
  const compose = () => {
    setState({ form, part: "timeline" });
    // The form is there after the next paint; then what is to be written can be typed at once.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>("[data-composer] :is(input, textarea, select)")?.focus(),
    );
  };
  return (
    <Card
      title={title}
      flush
      className="pb-2"
      aside={
        form && (
          <button
            type="button"
            aria-label={messages.add(title)}
            title={messages.add(title)}
            onClick={compose}
            className={classes(buttonClass({ variant: "quiet", size: "small", iconOnly: true }), "-mr-2")}
          >
            <Plus aria-hidden />
          </button>
        )
      }
    >
      {empty === null ? children : <p className="text-ink-muted px-4 pb-2 text-sm">{empty}</p>}
    </Card>
  );
}
