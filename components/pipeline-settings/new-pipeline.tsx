"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { isFailedRequest } from "@/lib/client/api";
import type { CreatePipelineBody, PipelineAnswer } from "@/lib/dialects/native/pipelines";
import { freshStages } from "@/lib/pipelines/model";
import { messages } from "./messages";
import { refreshPipelines } from "./queries";

type NewPipelineProps = {
  pipelines: readonly PipelineAnswer[];
  onClose: () => void;
  onAdded: (pipelineId: string) => void;
};

const fresh = "fresh";

/** Asks how a new pipeline is called and which stages it begins with. */
export function NewPipeline({ pipelines, onClose, onAdded }: NewPipelineProps) {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const [name, setName] = useState("");
  const [like, setLike] = useState(fresh);
  const add = useMutation({
    mutationFn: () => {
      const copied = pipelines.find(({ id }) => id === like)?.stages ?? freshStages;
      const stages = copied.map(({ name: called, color, probability, stalledAfterDays }) => ({
        name: called,
        color,
        probability,
        stalledAfterDays,
      }));
      const body: CreatePipelineBody = { name, stages };
      return write<PipelineAnswer>("/api/app/pipelines", { method: "POST", body });
    },
    onSuccess: (made) => {
      offerUndo({ title: messages.pipelineAdded(made.name), answers: [made] });
      refreshPipelines(client);
      onAdded(made.id);
    },
  });
  const failed = isFailedRequest(add.error) ? add.error : null;
  return (
    <Dialog
      open
      title={messages.newPipeline}
      description={messages.newPipelineHint}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") add.mutate();
        }}
      >
        <Field
          label={messages.name}
          placeholder={messages.namePlaceholder}
          value={name}
          maxLength={80}
          required
          autoFocus
          error={failed && (failed.fields["name"] ?? failed.message)}
          onChange={({ target }) => setName(target.value)}
        />
        <SelectField
          label={messages.beginWith}
          value={like}
          onChange={setLike}
          options={[
            { value: fresh, label: messages.freshStages },
            ...pipelines.map((pipeline) => ({ value: pipeline.id, label: messages.stagesAsIn(pipeline.name) })),
          ]}
        />
        <DialogActions>
          <DialogCancel />
          <Button type="submit" variant="primary" busy={add.isPending}>
            {messages.add}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
