"use client";

import { useMutation } from "@tanstack/react-query";
import type { FollowedBulk } from "@/components/fields/bulk/use-followed-bulk";
import { write } from "@/components/fields/write";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import type { BulkChangeAnswer } from "@/lib/dialects/native/bulk";
import type { TagAnswer } from "@/lib/dialects/native/tags";
import { messages } from "./messages";
import { TagUsage } from "./tag-usage";

type DeleteTagProps = { tag: TagAnswer; onClose: () => void; onStarted: FollowedBulk["follow"] };

/** Asks whether a tag is to go, and says how many contacts have it. */
export function DeleteTag({ tag, onClose, onStarted }: DeleteTagProps) {
  const remove = useMutation({
    mutationFn: () => write<BulkChangeAnswer>(`/api/app/tags/${tag.id}`, { method: "DELETE" }),
    onSuccess: (bulk) => {
      onStarted(bulk, {
        doing: messages.deleting(tag.name),
        done: () => messages.deleted(tag.name),
        undone: () => messages.isBack(tag.name),
      });
      onClose();
    },
  });
  return (
    <Dialog
      open
      title={messages.deleteTitle(tag.name)}
      description={messages.deleteHint}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <TagUsage tagId={tag.id} />
      {remove.error && (
        <p role="alert" className="text-negative mt-3 text-sm">
          {remove.error.message}
        </p>
      )}
      <DialogActions>
        <DialogCancel />
        <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
          {messages.deleteAction}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
