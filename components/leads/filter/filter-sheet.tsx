"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogClose } from "@/components/ui/dialog";
import type { Group } from "@/lib/leads/query/model";
import type { FilterChoices } from "./fields";
import { GroupEditor } from "./group-editor";
import { filterMessages as messages } from "./messages";

type FilterSheetProps = {
  filter: Group;
  known: FilterChoices;
  onChange: (filter: Group) => void;
  onClose: () => void;
};

/** The whole filter in a sheet, where there is no room for chips. */
export function FilterSheet({ filter, known, onChange, onClose }: FilterSheetProps) {
  return (
    <Dialog title={messages.filters} open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <div className="max-h-[60dvh] overflow-y-auto">
        <GroupEditor group={filter} known={known} onChange={onChange} />
      </div>
      <DialogActions>
        <Button variant="quiet" onClick={() => onChange({ all: [] })}>
          {messages.clear}
        </Button>
        <DialogClose>
          <Button variant="primary">{messages.done}</Button>
        </DialogClose>
      </DialogActions>
    </Dialog>
  );
}
