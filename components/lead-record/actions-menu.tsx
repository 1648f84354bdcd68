"use client";

import { Archive, ArchiveRestore, Copy, Trash2, UserRoundCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactElement, useState } from "react";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { paths } from "@/lib/client/paths";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { ConvertDialog } from "./convert-dialog";
import { messages } from "./messages";
import { leadApiPath } from "./queries";
import { useWrite } from "./use-write";

type ActionsMenuProps = { record: LeadRecordAnswer; trigger: ReactElement; onGone: () => void };

/** What can be done with the lead as a whole: duplicate, convert, archive, delete. */
export function ActionsMenu({ record: { lead }, trigger, onGone }: ActionsMenuProps) {
  const [isConverting, setIsConverting] = useState(false);
  const { send, tell } = useWrite(lead.id);
  const router = useRouter();
  const path = leadApiPath(lead.id);
  const isArchived = lead.archivedAt !== null;
  const clone = () =>
    void send<{ id: string }>({
      method: "POST",
      path: `${path}/clone`,
      body: { name: messages.cloneName(lead.name), stageId: lead.stage.id },
      done: messages.cloned,
    }).then(
      ({ id }) => router.push(paths.lead(id)),
      () => {},
    );
  const remove = () =>
    void send({ method: "DELETE", path, done: messages.deleted(lead.name) }).then(
      () => onGone(),
      () => {},
    );
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
        <MenuItem
          onClick={() =>
            tell({
              method: "POST",
              path: `${path}/archive`,
              body: { archived: !isArchived },
              done: isArchived ? messages.activatedDone(lead.name) : messages.archivedDone(lead.name),
            })
          }
        >
          {isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
          {isArchived ? messages.activate : messages.archive}
        </MenuItem>
        <MenuSeparator />
        <MenuItem onClick={remove}>
          <Trash2 aria-hidden />
          {messages.delete}
        </MenuItem>
      </Menu>
      {isConverting && <ConvertDialog lead={lead} onClose={() => setIsConverting(false)} />}
    </>
  );
}
