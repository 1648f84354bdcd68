"use client";

import { useQuery } from "@tanstack/react-query";
import { messages } from "@/components/lead-record/messages";
import { leadChoicesQuery } from "@/components/lead-record/queries";
import { instantOfWallClock } from "@/lib/kit/wall-clock";
import type { FormProps } from "./composer";
import { Choice, ComposerFrame, Line, Lines } from "./form-parts";
import { useComposer } from "./use-composer";

type Draft = { title: string; due: string; assignedToId: string; steps: string };
const empty: Draft = { title: "", due: "", assignedToId: "", steps: "" };

/** Makes a task: what, until when, who, in which steps. */
export function TaskForm({ record }: FormProps) {
  const { data: choices } = useQuery(leadChoicesQuery());
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
      return { body: { title, dueAt, assignedToId: assignedToId || null, steps: list } };
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
        <Line
          label={messages.dueLabel}
          type="datetime-local"
          value={draft.due}
          onChange={(event) => change({ due: event.target.value })}
        />
        <Choice
          label={messages.assignee}
          value={draft.assignedToId}
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
