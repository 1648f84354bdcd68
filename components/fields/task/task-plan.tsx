"use client";

import type { ReactNode } from "react";
import { OnDemand } from "@/components/ui/on-demand";
import type { EditableTask } from "./known-tasks";
import { taskMessages as messages } from "./messages";
import type { TaskFields } from "./use-change-task";

export type TaskPlanProps = {
  task: EditableTask;
  now: Date;
  timeZone: string;
  onSave: (fields: TaskFields) => void;
  className?: string;
  /** How the button says what is planned. */
  children: ReactNode;
};

/** When a task is due and for whom: a button, and beside it what changes that. */
export function TaskPlan(props: TaskPlanProps) {
  const trigger = (
    <button type="button" data-action="plan" title={messages.plan} className={props.className}>
      {props.children}
      <span className="sr-only">. {messages.plan}</span>
    </button>
  );
  return (
    <OnDemand
      popup="dialog"
      load={() => import("./plan-popover")}
      renderPanel={({ PlanPopover }) => <PlanPopover {...props} trigger={trigger} />}
      trigger={trigger}
    />
  );
}
