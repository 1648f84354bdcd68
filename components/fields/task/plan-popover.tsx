"use client";

import { type ReactElement, type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { taskMessages as messages } from "./messages";
import { PlanFields, planDraftOf, planOf } from "./plan-fields";
import { focusTask } from "./task-item";
import type { TaskPlanProps } from "./task-plan";

type PlanPopoverProps = Omit<TaskPlanProps, "children" | "className"> & { trigger: ReactElement };

/** The plan of a task beside its button, open at first. Use `TaskPlan`, which fetches it when it is wanted. */
export function PlanPopover({ trigger, ...props }: PlanPopoverProps) {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <Popover
      label={messages.planOf(props.task.title)}
      align="end"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={trigger}
      className="w-80"
    >
      <PlanForm {...props} onClose={() => setIsOpen(false)} />
    </Popover>
  );
}

type PlanFormProps = Omit<PlanPopoverProps, "trigger"> & { onClose: () => void };

/** A quick choice is saved at once, the rest with Enter or its button. */
function PlanForm({ onClose, now, timeZone, ...opened }: PlanFormProps) {
  // Others may change the task meanwhile: what is saved is held against what the person saw.
  const [{ task, onSave }] = useState(opened);
  const before = { ...task, assignedToId: task.assignedTo?.id ?? null };
  const [first] = useState(planDraftOf(before, timeZone));
  const [draft, setDraft] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const save = (wanted: typeof draft) => {
    const made = planOf(wanted, timeZone);
    if ("problem" in made) return setProblem(made.problem);
    const { dueAt, assignedToId, repeats } = made;
    const fields = {
      ...(wanted.due !== first.due && { dueAt }),
      ...(wanted.assignedToId !== first.assignedToId && { assignedToId }),
      ...(wanted.repeats !== first.repeats && { repeats }),
    };
    // Before the task goes elsewhere: the focus goes with it.
    focusTask(task.id);
    onClose();
    if (Object.keys(fields).length > 0) onSave(fields);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save(draft);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <PlanFields
        draft={draft}
        onChange={(change) => {
          setProblem(null);
          setDraft({ ...draft, ...change });
        }}
        onChooseDue={(due) => save({ ...draft, due })}
        assignee={task.assignedTo}
        now={now}
        timeZone={timeZone}
      >
        <Button variant="quiet" size="small" onClick={() => save({ ...draft, due: "" })}>
          {messages.noDate}
        </Button>
      </PlanFields>
      {problem && (
        <p role="alert" className="text-negative text-sm">
          {problem}
        </p>
      )}
      <Button size="small" type="submit" variant="primary" className="self-end">
        {messages.save}
      </Button>
    </form>
  );
}
