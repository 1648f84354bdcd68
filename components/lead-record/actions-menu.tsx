"use client";

import { Archive, ArchiveRestore, Copy, Trash2, UserRoundCheck } from "lucide-react";
import { type ReactElement, useState } from "react";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { ConvertDialog } from "./convert-dialog";
import { messages } from "./messages";
import { useLeadActions } from "./use-lead-actions";

type ActionsMenuProps = { record: LeadRecordAnswer; trigger: ReactElement; onGone: () => void };

/** What can be done with the lead as a whole: duplicate, convert, archive, delete. */
export function ActionsMenu({ record, trigger, onGone }: ActionsMenuProps) {
  const { lead } = record;
  const [isConverting, setIsConverting] = useState(false);
  const { clone, archive, remove } = useLeadActions(record);
  const isArchived = lead.archivedAt !== null;
  return (
    <>
      <Menu trigger={trigger} align="end">
        <MenuItem onClick={clone}>
          <Copy aria-hidden />
          {messages.clone}
        </MenuItem>
        {!lead.convertedAt && (
          <MenuItem onClick={() => setIsConverting(true)}>
            <UserRoundCheck aria-hidden />
            {messages.convert}
          </MenuItem>
        )}
        <MenuItem onClick={() => archive(!isArchived)}>
          {isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
          {isArchived ? messages.activate : messages.archive}
        </MenuItem>
        <MenuSeparator />
        <MenuItem onClick={() => remove(onGone)}>
          <Trash2 aria-hidden />
          {messages.delete}
        </MenuItem>
      </Menu>
      {isConverting && <ConvertDialog lead={lead} onClose={() => setIsConverting(false)} />}
    </>
  );
}
