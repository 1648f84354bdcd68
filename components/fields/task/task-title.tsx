"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { classes } from "@/components/ui/classes";
import { inputClass } from "@/components/ui/input";
import { taskMessages as messages } from "./messages";
import { focusTask } from "./task-item";

type TaskTitleProps = { title: string; onSave: (title: string) => void; className?: string };

/** What is to be done, changed where it stands: Enter and leaving it save, Escape leaves it as it was. */
export function TaskTitle({ title, onSave, className }: TaskTitleProps) {
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) return <TitleField title={title} onSave={onSave} onClose={() => setIsEditing(false)} />;
  return (
    <button
      type="button"
      data-action="title"
      onClick={() => setIsEditing(true)}
      className={classes("hover:bg-hover -mx-1 block min-h-6 max-w-full min-w-0 rounded-sm px-1 text-left", className)}
    >
      {title}
      <span className="sr-only">. {messages.editTitle}</span>
    </button>
  );
}

type TitleFieldProps = Pick<TaskTitleProps, "title" | "onSave"> & { onClose: () => void };

function TitleField({ onClose, ...opened }: TitleFieldProps) {
  // Others may change the task meanwhile: what is saved is held against what the person saw.
  const [{ title, onSave }] = useState(opened);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  // Leaving the field after Enter or Escape is no second answer.
  const isLeft = useRef(false);
  const leave = () => {
    isLeft.current = true;
    onClose();
  };
  const save = (typed: string, mayStay: boolean) => {
    if (isLeft.current) return;
    const written = typed.trim();
    if (written === "" && mayStay) return setProblem(messages.noTitle);
    if (written !== "" && written !== title) onSave(written);
    leave();
  };
  const byKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || !["Enter", "Escape"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const taskId = event.currentTarget.closest<HTMLElement>("[data-task]")?.dataset.task;
    if (event.key === "Escape") leave();
    else save(event.currentTarget.value, true);
    // The field goes: the keys stay with the task.
    if (isLeft.current) focusTask(taskId);
  };
  return (
    <>
      <input
        autoFocus
        aria-label={messages.title}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        defaultValue={title}
        maxLength={255}
        onFocus={(event) => event.currentTarget.select()}
        onChange={() => setProblem(null)}
        onKeyDown={byKey}
        onBlur={(event) => save(event.currentTarget.value, false)}
        className={classes(inputClass, "-mx-2.5 -my-1.5 text-sm")}
      />
      {problem !== null && (
        <p id={problemId} role="alert" className="text-negative text-xs">
          {problem}
        </p>
      )}
    </>
  );
}
