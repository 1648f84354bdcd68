"use client";

import { Line, Lines } from "@/components/ui/labelled";
import { instantOfWallClock, wallClock } from "@/lib/kit/wall-clock";
import type { FormProps } from "./composer";
import { ComposerFrame } from "./composer-frame";
import { composerMessages } from "./messages";
import { useComposer } from "./use-composer";

type Draft = { from: string; to: string; note: string };
const empty: Draft = { from: "", to: "", note: "" };
const usualMilliseconds = 30 * 60_000;

/** Books an appointment in the person's own time; it ends half an hour later until something else is said. */
export function AppointmentForm({ record }: FormProps) {
  const { timeZone } = record;
  const { draft, change, frame } = useComposer<Draft>({
    leadId: record.lead.id,
    path: "appointments",
    empty,
    done: composerMessages.appointmentAdded,
    bodyOf: ({ from, to, note }) => {
      const [startsAt, endsAt] = [instantOfWallClock(from, timeZone), instantOfWallClock(to, timeZone)];
      if (!startsAt || !endsAt) return { problem: composerMessages.missing.time };
      return { body: { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), note } };
    },
  });
  const begin = (from: string) => {
    const start = instantOfWallClock(from, timeZone);
    const isBehind = draft.to <= from;
    change({
      from,
      ...(start && isBehind && { to: wallClock(new Date(start.getTime() + usualMilliseconds), timeZone) }),
    });
  };
  return (
    <ComposerFrame {...frame} action={composerMessages.addAppointment}>
      <div className="grid gap-3 @md:grid-cols-2">
        <Line
          label={composerMessages.from}
          type="datetime-local"
          value={draft.from}
          onChange={(event) => begin(event.target.value)}
        />
        <Line
          label={composerMessages.to}
          type="datetime-local"
          value={draft.to}
          onChange={(event) => change({ to: event.target.value })}
        />
      </div>
      <Lines
        label={composerMessages.subject}
        rows={2}
        value={draft.note}
        onChange={(event) => change({ note: event.target.value })}
      />
      <p className="text-ink-faint text-xs">{composerMessages.zone(timeZone)}</p>
    </ComposerFrame>
  );
}
