"use client";

import { messages } from "@/components/lead-record/messages";
import { type CallDraft, CallFields, callOf } from "./call-fields";
import type { FormProps } from "./composer";
import { ComposerFrame } from "./form-parts";
import { useComposer } from "./use-composer";

const empty: CallDraft = { direction: "outgoing", outcome: "reached", when: "", minutes: "", body: "" };

/** Writes down a call: now, unless another time is given. */
export function CallForm({ record }: FormProps) {
  const { timeZone } = record;
  const { draft, change, frame } = useComposer<CallDraft>({
    leadId: record.lead.id,
    path: "calls",
    empty,
    done: messages.callAdded,
    bodyOf: (written) => callOf(written, timeZone),
  });
  return (
    <ComposerFrame {...frame} action={messages.addCall}>
      <CallFields draft={draft} change={change} latest={new Date(record.asOf)} timeZone={timeZone} />
    </ComposerFrame>
  );
}
