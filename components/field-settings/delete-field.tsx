"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import type { FieldAnswer } from "@/lib/dialects/native/custom-fields";
import { messages } from "./messages";
import { fieldUsageQuery, refreshFields } from "./queries";

/** Asks whether a field is to go, and says how many records have a value of it. */
export function DeleteField({ field, onClose }: { field: FieldAnswer; onClose: () => void }) {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const usage = useQuery(fieldUsageQuery(field.id));
  const remove = useMutation({
    mutationFn: () => write<object>(`/api/app/custom-fields/${field.id}`, { method: "DELETE" }),
    onSuccess: (answer) => {
      offerUndo({ title: messages.deleted(field.name), answers: [answer] });
      refreshFields(client);
      onClose();
    },
  });
  const error = remove.error ?? usage.error;
  return (
    <Dialog
      open
      title={messages.deleteTitle(field.name)}
      description={messages.deleteHint}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {error ? (
        <p role="alert" className="text-negative text-sm">
          {error.message}
        </p>
      ) : (
        <p role="status" className="text-sm font-medium">
          {usage.data ? messages.usage(usage.data.count, usage.data.exact, field.recordType) : messages.counting}
        </p>
      )}
      <DialogActions>
        <DialogCancel />
        <Button variant="danger" busy={remove.isPending} disabled={!usage.data} onClick={() => remove.mutate()}>
          {messages.delete}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
