"use client";

import { FolderMinus, Pencil } from "lucide-react";
import type { ReactElement } from "react";
import { Menu, MenuItem } from "@/components/ui/menu";
import { messages } from "./messages";

type FolderMenuProps = { trigger: ReactElement; onRename: () => void; onDissolve: () => void };

/** What can be done with a folder of fields. */
export const FolderMenu = ({ trigger, onRename, onDissolve }: FolderMenuProps) => (
  <Menu trigger={trigger} align="end">
    <MenuItem onClick={onRename}>
      <Pencil aria-hidden />
      {messages.renameFolder}
    </MenuItem>
    <MenuItem onClick={onDissolve}>
      <FolderMinus aria-hidden />
      {messages.dissolveFolder}
    </MenuItem>
  </Menu>
);
