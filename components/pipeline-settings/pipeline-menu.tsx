"use client";

import { Check, Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { messages } from "./messages";

type PipelineMenuProps = {
  trigger: ReactElement;
  isDefault: boolean;
  /** A location keeps one pipeline at least. */
  isOnly: boolean;
  onMakeDefault: () => void;
  onDelete: () => void;
};

/** What else can be done with a pipeline. */
export const PipelineMenu = ({ trigger, isDefault, isOnly, onMakeDefault, onDelete }: PipelineMenuProps) => (
  <Menu trigger={trigger} align="end">
    <MenuItem disabled={isDefault} onClick={onMakeDefault}>
      {isDefault ? <Check aria-hidden /> : <span className="size-4" />}
      {isDefault ? messages.startsHere : messages.startHere}
    </MenuItem>
    <MenuSeparator />
    <MenuItem disabled={isOnly} onClick={onDelete}>
      <Trash2 aria-hidden />
      {messages.deletePipeline}
    </MenuItem>
  </Menu>
);
