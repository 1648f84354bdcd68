"use client";

import { useQuery } from "@tanstack/react-query";
import { messages } from "@/components/lead-record/messages";
import { leadChoicesQuery } from "@/components/lead-record/queries";
import { Button } from "@/components/ui/button";
import { instantOfWallClock, morningIn } from "@/lib/kit/wall-clock";
import type { FormProps } from "./composer";
import { Choice, ComposerFrame, Line, Lines } from "./form-parts";
import { useComposer } from "./use-composer";

/** Null assigns it to whoever writes it. */
type Draft = { title: string; due: string; assignedToId: string | null; steps: string };
const empty: Draft = { title: "", due: "", assignedToId: null, steps: "" };

const soon = [
  [messages.tomorrow, 1],
  [messages.threeDays, 3],
  [messages.week, 7],
] as const;

/** Makes a task: what, until when, who, in which steps. */
export function TaskForm({ record }: FormProps) {
  const { data: choices } = useQuery(leadChoicesQuery());
  const ownId = choices?.me ?? "";
  const { draft, change, frame } = useComposer<Draft>({
    leadId: record.lead.id,
    path: "tasks",
    empty,
    done: messages.taskAdded,
    bodyOf: ({ title, due, assignedToId, steps }) => {
      const dueAt = due === "" ? null : (instantOfWallClock(due, record.timeZone)?.toISOString() ?? undefined);
      if (title.trim() === "") return { problem: messages.missing.title };
      if (dueAt === undefined) return { problem: messages.missing.time };
      const list = steps.split("\n").filter((step) => step.trim() !== "");
      return { body: { title, dueAt, assignedToId: (assignedToId ?? ownId) || null, steps: list } };
    },
  });
  return (
    <ComposerFrame {...frame} action={messages.addTask}>
      <Line
        label={messages.taskTitle}
        value={draft.title}
        maxLength={255}
        onChange={(event) => change({ title: event.target.value })}
      />
      <div className="grid gap-3 @md:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-1">
          <Line
            label={messages.dueLabel}
            type="datetime-local"
            value={draft.due}
            onChange={(event) => change({ due: event.target.value })}
          />
          <span className="flex flex-wrap gap-1">
            {soon.map(([words, days]) => (
              <Button
                key={words}
                variant="quiet"
                size="small"
                onClick={() => change({ due: morningIn(days, new Date(record.asOf), record.timeZone) })}
              >
                {words}
              </Button>
            ))}
          </span>
        </div>
        <Choice
          label={messages.assignee}
          value={draft.assignedToId ?? ownId}
          options={[
            { value: "", label: messages.nobodyYet },
            ...(choices?.users.map(({ id, name }) => ({ value: id, label: name })) ?? []),
          ]}
          onChange={(assignedToId) => change({ assignedToId })}
        />
      </div>
      <Lines
        label={messages.steps}
        rows={2}
        value={draft.steps}
        onChange={(event) => change({ steps: event.target.value })}
      />
    </ComposerFrame>
  );
}
