"use client";

import { messages } from "@/components/lead-record/messages";
import { callDirections, callOutcomes } from "@/lib/calls/model";
import { instantOfWallClock, wallClock } from "@/lib/kit/wall-clock";
import type { FormProps } from "./composer";
import { Choice, ComposerFrame, Line, Lines } from "./form-parts";
import { useComposer } from "./use-composer";

type Draft = { direction: string; outcome: string; when: string; minutes: string; body: string };
const empty: Draft = { direction: "outgoing", outcome: "reached", when: "", minutes: "", body: "" };

/** Writes down a call: now, unless another time is given. */
export function CallForm({ record }: FormProps) {
  const { timeZone } = record;
  const { draft, change, frame } = useComposer<Draft>({
    leadId: record.lead.id,
    path: "calls",
    empty,
    done: messages.callAdded,
    bodyOf: ({ when, minutes, ...call }) => {
      const calledAt = when === "" ? undefined : instantOfWallClock(when, timeZone)?.toISOString();
      const length = Number(minutes || "0");
      if (when !== "" && !calledAt) return { problem: messages.missing.time };
      if (!Number.isFinite(length) || length < 0) return { problem: messages.notNumber };
      return { body: { ...call, calledAt, durationSeconds: minutes === "" ? null : Math.round(length * 60) } };
    },
  });
  return (
    <ComposerFrame {...frame} action={messages.addCall}>
      <div className="grid grid-cols-2 gap-3 @lg:grid-cols-4">
        <Choice
          label={messages.direction}
          value={draft.direction}
          options={callDirections.map((value) => ({ value, label: messages.directions[value] }))}
          onChange={(direction) => change({ direction })}
        />
        <Choice
          label={messages.outcome}
          value={draft.outcome}
          options={callOutcomes.map((value) => ({ value, label: messages.outcomes[value] }))}
          onChange={(outcome) => change({ outcome })}
        />
        <Line
          label={messages.when}
          type="datetime-local"
          value={draft.when}
          max={wallClock(new Date(record.asOf), timeZone).slice(0, 10).concat("T23:59")}
          onChange={(event) => change({ when: event.target.value })}
        />
        <Line
          label={messages.minutes}
          inputMode="numeric"
          value={draft.minutes}
          onChange={(event) => change({ minutes: event.target.value })}
        />
      </div>
      <Lines
        label={messages.callBody}
        rows={3}
        value={draft.body}
        onChange={(event) => change({ body: event.target.value })}
      />
    </ComposerFrame>
  );
}
