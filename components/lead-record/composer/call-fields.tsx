"use client";

import { numberMessages } from "@/components/fields/number-messages";
import { Choice, Line, Lines } from "@/components/ui/labelled";
import { callDirections, callOutcomes } from "@/lib/calls/model";
import type { TimelineCallAnswer } from "@/lib/dialects/native/lead-timeline";
import { readNumber } from "@/lib/kit/read-number";
import { instantOfWallClock, wallClock } from "@/lib/kit/wall-clock";
import { composerMessages } from "./messages";

/** What is written of a call, as it is typed. */
export type CallDraft = { direction: string; outcome: string; when: string; minutes: string; body: string };

/** A call that was written down, as it is typed. */
export const draftOf = (
  { direction, outcome, calledAt, durationSeconds, body }: TimelineCallAnswer,
  timeZone: string,
): CallDraft => ({
  direction,
  outcome,
  when: wallClock(new Date(calledAt), timeZone),
  minutes: durationSeconds === null ? "" : String(Math.round(durationSeconds / 60)),
  body,
});

/** A draft as the API takes a call, or what is wrong with it. Without a time it was now. */
export function callOf(
  { when, minutes, ...call }: CallDraft,
  timeZone: string,
): { body: Record<string, unknown> } | { problem: string } {
  const calledAt = when === "" ? undefined : instantOfWallClock(when, timeZone)?.toISOString();
  const length = minutes.trim() === "" ? null : readNumber(minutes);
  if (when !== "" && !calledAt) return { problem: composerMessages.missing.time };
  if (minutes.trim() !== "" && (length === null || Number(length) < 0)) return { problem: numberMessages.notNumber() };
  return { body: { ...call, calledAt, durationSeconds: length === null ? null : Math.round(Number(length) * 60) } };
}

type CallFieldsProps = {
  draft: CallDraft;
  change: (change: Partial<CallDraft>) => void;
  /** The last moment a call can have been made. */
  latest: Date;
  timeZone: string;
};

/** What there is to say of a call: which way it went, how it ended, when, how long, and about what. */
export const CallFields = ({ draft, change, latest, timeZone }: CallFieldsProps) => (
  <>
    <div className="grid grid-cols-2 gap-3 @lg:grid-cols-4">
      <Choice
        label={composerMessages.direction}
        value={draft.direction}
        options={callDirections.map((value) => ({ value, label: composerMessages.directions[value] }))}
        onChange={(direction) => change({ direction })}
      />
      <Choice
        label={composerMessages.outcome}
        value={draft.outcome}
        options={callOutcomes.map((value) => ({ value, label: composerMessages.outcomes[value] }))}
        onChange={(outcome) => change({ outcome })}
      />
      <Line
        label={composerMessages.when}
        type="datetime-local"
        value={draft.when}
        max={wallClock(latest, timeZone).slice(0, 10).concat("T23:59")}
        onChange={(event) => change({ when: event.target.value })}
      />
      <Line
        label={composerMessages.minutes}
        inputMode="decimal"
        value={draft.minutes}
        onChange={(event) => change({ minutes: event.target.value })}
      />
    </div>
    <Lines
      label={composerMessages.callBody}
      rows={3}
      value={draft.body}
      onChange={(event) => change({ body: event.target.value })}
    />
  </>
);
