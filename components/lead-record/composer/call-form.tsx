"use client";

import { type CallDraft, CallFields, callOf } from "./call-fields";
import type { FormProps } from "./composer";
import { ComposerFrame } from "./composer-frame";
import { composerMessages } from "./messages";
import { useComposer } from "./use-composer";

const empty: CallDraft = { direction: "outgoing", outcome: "reached", when: "", minutes: "", body: "" };

/** Writes down a call: now, unless another time is given. */
export function CallForm({ record }: FormProps) {
  const { timeZone } = record;
  const { draft, change, frame } = useComposer<CallDraft>({
    leadId: record.lead.id,
    path: "calls",
    empty,
    done: composerMessages.added.call,
    bodyOf: (written) => callOf(written, timeZone),
  });
  return (
    <ComposerFrame {...frame} action={composerMessages.addCall}>
      <CallFields draft={draft} change={change} latest={new Date(record.asOf)} timeZone={timeZone} />
    </ComposerFrame>
  );
}
