"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useUndoable } from "@/components/fields/use-undoable";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { api } from "@/lib/client/api";
import type { DeletedIntoAnswer, PipelineAnswer } from "@/lib/dialects/native/pipelines";
import { messages } from "./messages";
import { refreshPipelines } from "./queries";

type DeleteIntoProps = {
  /** What is deleted: its name, and where the API has it. */
  name: string;
  path: string;
  title: string;
  hint: string;
  action: string;
  /** The pipelines with the stages that its leads can go to. */
  targets: readonly Pick<PipelineAnswer, "id" | "name" | "stages">[];
  onClose: () => void;
  onDeleted: () => void;
};

/** Asks which stage the leads go to before theirs, or a whole pipeline, is deleted. */
export function DeleteInto({ name, path, title, hint, action, targets, onClose, onDeleted }: DeleteIntoProps) {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const stages = targets.flatMap((pipeline) => pipeline.stages.map((stage) => ({ ...stage, pipeline: pipeline.name })));
  const [target, setTarget] = useState(stages[0]?.id ?? "");
  const remove = useMutation({
    mutationFn: () => api<DeletedIntoAnswer>(`${path}?target=${target}`, { method: "DELETE" }),
    onSuccess: (answer) => {
      const into = stages.find(({ id }) => id === target)?.name ?? "";
      offerUndo({
        title: messages.deleted(name),
        description: messages.leadsWent(answer.moved, into),
        answers: [answer],
      });
      refreshPipelines(client);
      onDeleted();
    },
  });
  return (
    <Dialog open title={title} description={hint} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <div className="flex flex-col items-start gap-1.5">
        <span aria-hidden className="text-sm font-medium">
          {messages.target}
        </span>
        <Select
          label={messages.target}
          value={target}
          onChange={setTarget}
          options={stages.map((stage) => ({
            value: stage.id,
            label: targets.length > 1 ? `${stage.name} · ${stage.pipeline}` : stage.name,
          }))}
          className="w-full"
        />
      </div>
      {remove.error && (
        <p role="alert" className="text-negative mt-3 text-sm">
          {remove.error.message}
        </p>
      )}
      <DialogActions>
        <Button onClick={onClose}>{messages.cancel}</Button>
        <Button variant="danger" busy={remove.isPending} disabled={target === ""} onClick={() => remove.mutate()}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
