"use client";

import { type SubmitEvent, useState } from "react";
import { type CallDraft, CallFields, callOf } from "@/components/lead-record/composer/call-fields";
import { messages } from "@/components/lead-record/messages";
import { leadApiPath } from "@/components/lead-record/queries";
import { useWrite } from "@/components/lead-record/use-write";
import { Button } from "@/components/ui/button";
import type { TimelineEntryAnswer } from "@/lib/dialects/native/lead-timeline";
import { wallClock } from "@/lib/kit/wall-clock";

type EditCallProps = {
  leadId: string;
  call: NonNullable<TimelineEntryAnswer["call"]>;
  asOf: string;
  timeZone: string;
  onClose: () => void;
};

/** A call that was written down, to be put right. */
export function EditCall({ leadId, call, asOf, timeZone, onClose }: EditCallProps) {
  const [draft, setDraft] = useState<CallDraft>({
    direction: call.direction,
    outcome: call.outcome,
    when: wallClock(new Date(call.calledAt), timeZone),
    minutes: call.durationSeconds === null ? "" : String(Math.round(call.durationSeconds / 60)),
    body: call.body,
  });
  const [problem, setProblem] = useState<string | null>(null);
  const { send, isBusy } = useWrite(leadId);
  const [first] = useState(draft);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const made = callOf(draft, timeZone);
    if ("problem" in made) return setProblem(made.problem);
    // What nobody touched stays as it is by now: its seconds, which the form does not know, and what others made of it.
    const { calledAt, durationSeconds, direction, outcome, body: said } = made.body;
    const body = {
      ...(draft.direction !== first.direction && { direction }),
      ...(draft.outcome !== first.outcome && { outcome }),
      ...(draft.when !== first.when && { calledAt }),
      ...(draft.minutes !== first.minutes && { durationSeconds }),
      ...(draft.body !== first.body && { body: said }),
    };
    void send({
      method: "PATCH",
      path: `${leadApiPath(leadId)}/calls/${call.id}`,
      body,
      done: messages.callChanged,
    }).then(onClose, () => {});
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a form hears Escape, whatever in it has the focus
    <form
      noValidate
      aria-label={messages.editCall}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
      className="@container mt-2 flex flex-col gap-3"
    >
      <CallFields
        draft={draft}
        change={(change) => setDraft({ ...draft, ...change })}
        latest={new Date(asOf)}
        timeZone={timeZone}
      />
      {problem && (
        <p role="alert" className="text-negative text-sm">
          {problem}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button size="small" variant="quiet" onClick={onClose}>
          {messages.cancel}
        </Button>
        <Button size="small" type="submit" variant="primary" busy={isBusy}>
          {messages.save}
        </Button>
      </div>
    </form>
  );
}
