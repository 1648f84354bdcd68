"use client";

import { type KeyboardEvent, type ReactNode, type SubmitEvent, useEffect, useRef, useState } from "react";
import { composerMessages } from "@/components/lead-record/composer/messages";
import { messages } from "@/components/lead-record/messages";
import { leadApiPath } from "@/components/lead-record/queries";
import { markGone, setEdit, type TimelineEdit } from "@/components/lead-record/record-state";
import { useWrite } from "@/components/lead-record/use-write";
import { Button } from "@/components/ui/button";
import { isFailedRequest } from "@/lib/client/api";

type EditFrameProps = {
  leadId: string;
  edit: TimelineEdit;
  /** What is sent for the change, or for a new one in its place; or what is wrong with what is written. */
  bodyOf: (isNew: boolean) => { body: object } | { problem: string };
  /** What somebody else made of it meanwhile; null for nothing. Whoever saves then has seen it. */
  theirs: ReactNode;
  children: ReactNode;
};

/**
 * A note or a call that is being changed: its fields, what others did to it meanwhile, and its buttons.
 * Ctrl or Command with Enter saves, Escape leaves it. What is written stays until the server has it.
 */
export function EditFrame({ leadId, edit, bodyOf, theirs, children }: EditFrameProps) {
  const { id } = edit.subject;
  const words = messages.editing[edit.kind];
  const [problem, setProblem] = useState<string | null>(null);
  const { send, isBusy } = useWrite(leadId);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("textarea, select, input")?.focus(), []);
  const close = () => {
    setEdit(leadId, id, null);
    // The button that began it is there again.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-edits="${id}"]`)?.focus());
  };
  const save = () => {
    const made = bodyOf(edit.isGone);
    if ("problem" in made) return setProblem(made.problem);
    setProblem(null);
    const path = `${leadApiPath(leadId)}/${edit.kind}s`;
    void send(
      edit.isGone
        ? { method: "POST", path, body: made.body, done: composerMessages.added[edit.kind] }
        : { method: "PATCH", path: `${path}/${id}`, body: made.body, done: words.changed },
      (error) => !isMissing(error),
    ).then(close, (error: unknown) => isMissing(error) && markGone(leadId, id));
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save();
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a form hears its keys, whatever in it has the focus
    <form
      ref={form}
      noValidate
      aria-label={words.edit}
      onSubmit={submit}
      onKeyDown={byKey}
      className="@container mt-2 flex flex-col gap-3"
    >
      {children}
      {(edit.isGone || theirs) && (
        <div role="status" className="bg-caution-wash rounded-md p-3 text-sm">
          <p className="text-caution">{edit.isGone ? words.gone : words.stale}</p>
          {!edit.isGone && theirs}
        </div>
      )}
      {problem && (
        <p role="alert" className="text-negative text-sm">
          {problem}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button size="small" variant="quiet" onClick={close}>
          {edit.isGone ? composerMessages.discard : messages.cancel}
        </Button>
        <Button size="small" type="submit" variant="primary" busy={isBusy}>
          {edit.isGone ? words.saveNew : theirs ? messages.saveMine : messages.save}
        </Button>
      </div>
    </form>
  );
}

const isMissing = (error: unknown): boolean => isFailedRequest(error) && error.status === 404;
