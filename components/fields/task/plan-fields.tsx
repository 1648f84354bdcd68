"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { leadChoicesQuery } from "@/components/fields/lead-queries";
import { Button } from "@/components/ui/button";
import { Choice, Line } from "@/components/ui/labelled";
import { instantOfWallClock, wallClock } from "@/lib/kit/wall-clock";
import { type TaskRepeats, taskRepeats } from "@/lib/tasks/model";
import { dueChoices, dueOf } from "./due-choices";
import { taskMessages as messages } from "./messages";

/** When a task is due (a wall time, or empty), for whom (an id, or empty for nobody) and how often, as it is typed. */
export type PlanDraft = { due: string; assignedToId: string; repeats: TaskRepeats | "" };
type Plan = { dueAt: string | null; assignedToId: string | null; repeats: TaskRepeats | null };

/** A draft as the API takes it, or what is wrong with it. */
export function planOf({ due, assignedToId, repeats }: PlanDraft, timeZone: string): Plan | { problem: string } {
  const instant = due === "" ? null : instantOfWallClock(due, timeZone);
  if (due !== "" && instant === null) return { problem: messages.noTime };
  return { dueAt: instant && instant.toISOString(), assignedToId: assignedToId || null, repeats: repeats || null };
}

/** A plan as it is typed, in an IANA zone. */
export const planDraftOf = ({ dueAt, assignedToId, repeats }: Plan, timeZone: string): PlanDraft => ({
  due: dueAt === null ? "" : wallClock(new Date(dueAt), timeZone),
  assignedToId: assignedToId ?? "",
  repeats: repeats ?? "",
});

type PlanFieldsProps = {
  draft: PlanDraft;
  onChange: (change: Partial<PlanDraft>) => void;
  /** Takes the wall time of a quick choice. */
  onChooseDue: (due: string) => void;
  /** Other quick choices. */
  children?: ReactNode;
  /** Whom it is given to, should they not work here any more. */
  assignee?: { id: string; name: string } | null;
  now: Date;
  timeZone: string;
};

/** When a task is due, with a few quick choices; who does it, and how often. */
export function PlanFields({ draft, onChange, onChooseDue, children, assignee, now, timeZone }: PlanFieldsProps) {
  const { data: choices } = useQuery(leadChoicesQuery());
  const people = choices?.users ?? [];
  const all = assignee && !people.some(({ id }) => id === assignee.id) ? [assignee, ...people] : people;
  return (
    <>
      <div className="flex min-w-0 flex-col gap-1">
        <Line
          label={messages.due}
          type="datetime-local"
          value={draft.due}
          onChange={(event) => onChange({ due: event.target.value })}
        />
        <span className="flex flex-wrap gap-1">
          {dueChoices.map((choice) => (
            <Button
              key={choice}
              variant="quiet"
              size="small"
              onClick={() => onChooseDue(dueOf(choice, { due: draft.due, now, timeZone }))}
            >
              {messages.soon[choice]}
            </Button>
          ))}
          {children}
        </span>
      </div>
      <Choice
        label={messages.assignee}
        value={draft.assignedToId}
        options={[{ value: "", label: messages.nobody }, ...all.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(assignedToId) => onChange({ assignedToId })}
      />
      <Choice
        label={messages.repeat}
        value={draft.repeats}
        options={[
          { value: "", label: messages.never },
          ...taskRepeats.map((value) => ({ value, label: messages.repeats[value] })),
        ]}
        onChange={(repeats) => onChange({ repeats })}
      />
    </>
  );
}
