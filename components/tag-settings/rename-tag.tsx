"use client";

import { useMutation } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import type { FollowedBulk } from "@/components/fields/bulk/use-followed-bulk";
import { write } from "@/components/fields/write";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { isFailedRequest } from "@/lib/client/api";
import type { BulkChangeAnswer } from "@/lib/dialects/native/bulk";
import type { TagAnswer, TagBody } from "@/lib/dialects/native/tags";
import { tagLimits } from "@/lib/tags/model";
import { messages } from "./messages";
import { TagUsage } from "./tag-usage";

type RenameTagProps = { tag: TagAnswer; onClose: () => void; onStarted: FollowedBulk["follow"] };

/** Asks how a tag is called from now on; and where there is such a tag, whether the two are to become one. */
export function RenameTag({ tag, onClose, onStarted }: RenameTagProps) {
  const [name, setName] = useState(tag.name);
  const rename = useMutation({
    mutationFn: (body: TagBody) => write<BulkChangeAnswer>(`/api/app/tags/${tag.id}`, { method: "PATCH", body }),
    onSuccess: (bulk, { name: to, merges }) => {
      const say = merges ? messages.merged : messages.renamed;
      onStarted(bulk, {
        doing: messages.renaming(tag.name),
        done: () => say(tag.name, to),
        undone: () => messages.isBack(tag.name),
      });
      onClose();
    },
  });
  const failed = isFailedRequest(rename.error) ? rename.error : null;
  const isTaken = failed?.status === 409;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === tag.name) onClose();
    else rename.mutate({ name: name.trim(), merges: isTaken });
  };
  return (
    <Dialog
      open
      title={messages.renameTitle(tag.name)}
      description={messages.renameHint}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label={messages.name}
          value={name}
          maxLength={tagLimits.length}
          required
          autoFocus
          error={failed && !isTaken ? (failed.fields.name ?? failed.message) : null}
          onChange={({ target }) => {
            setName(target.value);
            rename.reset();
          }}
        />
        {isTaken ? (
          <p role="alert" className="bg-caution-wash text-caution rounded-md px-3 py-2 text-sm">
            {messages.mergeQuestion(tag.name, name.trim())}
          </p>
        ) : null}
        <TagUsage tagId={tag.id} />
        <DialogActions>
          <DialogCancel />
          <Button type="submit" variant="primary" busy={rename.isPending}>
            {isTaken ? messages.merge : messages.renameAction}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
