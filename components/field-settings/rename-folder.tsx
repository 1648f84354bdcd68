"use client";

import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { messages } from "./messages";

type RenameFolderProps = {
  folder: string;
  others: readonly string[];
  onRename: (to: string) => void;
  onClose: () => void;
};

/** Asks how a folder of fields is called from now on. */
export function RenameFolder({ folder, others, onRename, onClose }: RenameFolderProps) {
  const [name, setName] = useState(folder);
  const isTaken = others.includes(name.trim());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const to = name.trim();
    if (to === "" || isTaken) return;
    if (to !== folder) onRename(to);
    onClose();
  };
  return (
    <Dialog open title={messages.renameFolderTitle(folder)} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <form onSubmit={submit}>
        <Field
          label={messages.folderName}
          value={name}
          maxLength={80}
          required
          autoFocus
          error={isTaken ? messages.takenFolder : null}
          onChange={({ target }) => setName(target.value)}
        />
        <DialogActions>
          <DialogCancel />
          <Button type="submit" variant="primary">
            {messages.renameFolder}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
