"use client";

import { useQuery } from "@tanstack/react-query";
import { leadChoicesQuery } from "@/components/fields/lead-queries";
import { taskMessages } from "@/components/fields/task/messages";
import { type PlanDraft, PlanFields, planOf } from "@/components/fields/task/plan-fields";
import { Line, Lines } from "@/components/ui/labelled";
import type { FormProps } from "./composer";
import { ComposerFrame } from "./composer-frame";
import { composerMessages } from "./messages";
import { useComposer } from "./use-composer";

/** Assigned to null it is for whoever writes it. */
type Draft = { title: string; steps: string } & Omit<PlanDraft, "assignedToId"> & { assignedToId: string | null };
const empty: Draft = { title: "", due: "", assignedToId: null, repeats: "", steps: "" };

/** Makes a task: what, until when, who, how often, in which steps. */
export function TaskForm({ record }: FormProps) {
  const { data: choices } = useQuery(leadChoicesQuery());
  const ownId = choices?.me ?? "";
  const { draft, change, frame } = useComposer<Draft>({
    leadId: record.lead.id,
    path: "tasks",
    empty,
    done: composerMessages.taskAdded,
    bodyOf: ({ title, steps, assignedToId, ...rest }) => {
      if (title.trim() === "") return { problem: taskMessages.noTitle };
      const plan = planOf({ ...rest, assignedToId: assignedToId ?? ownId }, record.timeZone);
      if ("problem" in plan) return plan;
      return { body: { title, ...plan, steps: steps.split("\n").filter((step) => step.trim() !== "") } };
    },
  });
  return (
    <ComposerFrame {...frame} action={composerMessages.addTask}>
      <Line
        label={taskMessages.title}
        value={draft.title}
        maxLength={255}
        onChange={(event) => change({ title: event.target.value })}
      />
      <div className="grid gap-3 @md:grid-cols-2">
        <PlanFields
          draft={{ ...draft, assignedToId: draft.assignedToId ?? ownId }}
          onChange={change}
          onChooseDue={(due) => change({ due })}
          now={new Date(record.asOf)}
          timeZone={record.timeZone}
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
