"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { isFailedRequest } from "@/lib/client/api";
import type { TagAnswer } from "@/lib/dialects/native/tags";
import { tagLimits } from "@/lib/tags/model";
import { messages } from "./messages";

/** Asks for a word to add to the list. */
export function NewTag({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const [name, setName] = useState("");
  const add = useMutation({
    mutationFn: () => write<TagAnswer>("/api/app/tags", { method: "POST", body: { name } }),
    onSuccess: (made) => {
      offerUndo({ title: messages.added(made.name), answers: [made] });
      for (const key of ["tags", "lead-choices"]) void client.invalidateQueries({ queryKey: [key] });
      onClose();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const refused = isFailedRequest(add.error) ? (add.error.fields.name ?? add.error.message) : null;
  return (
    <Dialog open title={messages.newTitle} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <form onSubmit={submit}>
        <Field
          label={messages.name}
          value={name}
          maxLength={tagLimits.length}
          required
          autoFocus
          error={refused}
          onChange={({ target }) => setName(target.value)}
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
