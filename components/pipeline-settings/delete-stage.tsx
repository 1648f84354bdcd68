"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/client/api";
import type { DeletedIntoAnswer, PipelineAnswer } from "@/lib/dialects/native/pipelines";
import { messages } from "./messages";

type DeleteStageProps = {
  stage: { id: string; name: string; leads: number };
  pipelines: PipelineAnswer[];
  onClose: () => void;
  onDeleted: () => void;
};

/** Asks which stage the leads go to before theirs is deleted. */
export function DeleteStage({ stage, pipelines, onClose, onDeleted }: DeleteStageProps) {
  const others = pipelines.flatMap(({ name, stages }) =>
    stages.filter(({ id }) => id !== stage.id).map((each) => ({ ...each, pipeline: name })),
  );
  const [target, setTarget] = useState(others[0]?.id ?? "");
  const remove = useMutation({
    mutationFn: () => api<DeletedIntoAnswer>(`/api/app/stages/${stage.id}?target=${target}`, { method: "DELETE" }),
    onSuccess: ({ moved }) => {
      const into = others.find(({ id }) => id === target)?.name ?? "";
      showToast({ title: messages.stageDeleted(stage.name), description: messages.leadsWent(moved, into) });
      onDeleted();
    },
  });
  return (
    <Dialog
      open
      title={messages.deleteTitle(stage.name)}
      description={messages.deleteHint(stage.leads)}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <div className="flex flex-col items-start gap-1.5">
        <span aria-hidden className="text-sm font-medium">
          {messages.target}
        </span>
        <Select
          label={messages.target}
          value={target}
          onChange={setTarget}
          options={others.map(({ id, name, pipeline }) => ({
            value: id,
            label: pipelines.length > 1 ? `${name} · ${pipeline}` : name,
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
          {messages.deleteAction}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
