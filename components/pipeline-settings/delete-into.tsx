"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FollowedBulk } from "@/components/fields/bulk/use-followed-bulk";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select-field";
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
  /** Told of a deletion that goes on after some of many leads went. */
  onGoesOn: GoesOn;
};

export type GoesOn = FollowedBulk["follow"];

/** Asks which stage the leads go to before theirs, or a whole pipeline, is deleted. */
export function DeleteInto({
  name,
  path,
  title,
  hint,
  action,
  targets,
  onClose,
  onDeleted,
  onGoesOn,
}: DeleteIntoProps) {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const stages = targets.flatMap((pipeline) => pipeline.stages.map((stage) => ({ ...stage, pipeline: pipeline.name })));
  const [target, setTarget] = useState(stages[0]?.id ?? "");
  const remove = useMutation({
    mutationFn: () => write<DeletedIntoAnswer>(`${path}?target=${target}`, { method: "DELETE" }),
    onSuccess: (answer) => {
      if (answer.bulk) {
        onGoesOn(answer.bulk, {
          doing: messages.deleting(name),
          done: () => messages.deleted(name),
          undone: () => messages.isBack(name),
        });
        onClose();
        return;
      }
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
      <SelectField
        label={messages.target}
        value={target}
        onChange={setTarget}
        options={stages.map((stage) => ({
          value: stage.id,
          label: targets.length > 1 ? `${stage.name} · ${stage.pipeline}` : stage.name,
        }))}
      />
      {remove.error && (
        <p role="alert" className="text-negative mt-3 text-sm">
          {remove.error.message}
        </p>
      )}
      <DialogActions>
        <DialogCancel />
        <Button variant="danger" busy={remove.isPending} disabled={target === ""} onClick={() => remove.mutate()}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
