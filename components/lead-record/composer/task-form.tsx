"use client";

import { useQuery } from "@tanstack/react-query";
import { leadChoicesQuery } from "@/components/lead-record/queries";
import { Button } from "@/components/ui/button";
import { instantOfWallClock, morningIn } from "@/lib/kit/wall-clock";
import type { FormProps } from "./composer";
import { Choice, ComposerFrame, Line, Lines } from "./form-parts";
import { composerMessages } from "./messages";
import { useComposer } from "./use-composer";

/** Null assigns it to whoever writes it. */
type Draft = { title: string; due: string; assignedToId: string | null; steps: string };
const empty: Draft = { title: "", due: "", assignedToId: null, steps: "" };

/** How far ahead a task is due that is no more than a press away, in days. */
const soon = { tomorrow: 1, threeDays: 3, week: 7 } as const;

/** Makes a task: what, until when, who, in which steps. */
export function TaskForm({ record }: FormProps) {
  const { data: choices } = useQuery(leadChoicesQuery());
  const ownId = choices?.me ?? "";
  const { draft, change, frame } = useComposer<Draft>({
    leadId: record.lead.id,
    path: "tasks",
    empty,
    done: composerMessages.taskAdded,
    bodyOf: ({ title, due, assignedToId, steps }) => {
      const dueAt = due === "" ? null : (instantOfWallClock(due, record.timeZone)?.toISOString() ?? undefined);
      if (title.trim() === "") return { problem: composerMessages.missing.title };
      if (dueAt === undefined) return { problem: composerMessages.missing.time };
      const list = steps.split("\n").filter((step) => step.trim() !== "");
      return { body: { title, dueAt, assignedToId: (assignedToId ?? ownId) || null, steps: list } };
    },
  });
  return (
    <ComposerFrame {...frame} action={composerMessages.addTask}>
      <Line
        label={composerMessages.taskTitle}
        value={draft.title}
        maxLength={255}
        onChange={(event) => change({ title: event.target.value })}
      />
      <div className="grid gap-3 @md:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-1">
          <Line
            label={composerMessages.dueLabel}
            type="datetime-local"
            value={draft.due}
            onChange={(event) => change({ due: event.target.value })}
          />
          <span className="flex flex-wrap gap-1">
            {(["tomorrow", "threeDays", "week"] as const).map((day) => (
              <Button
                key={day}
                variant="quiet"
                size="small"
                onClick={() => change({ due: morningIn(soon[day], new Date(record.asOf), record.timeZone) })}
              >
                {composerMessages[day]}
              </Button>
            ))}
          </span>
        </div>
        <Choice
          label={composerMessages.assignee}
          value={draft.assignedToId ?? ownId}
          options={[
            { value: "", label: composerMessages.nobodyYet },
            ...(choices?.users.map(({ id, name }) => ({ value: id, label: name })) ?? []),
          ]}
          onChange={(assignedToId) => change({ assignedToId })}
        />
      </div>
      <Lines
        label={composerMessages.steps}
        rows={2}
        value={draft.steps}
        onChange={(event) => change({ steps: event.target.value })}
      />
    </ComposerFrame>
  );
}
