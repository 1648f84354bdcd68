"use client";

import type { ReactElement } from "react";
import { Menu, MenuGroup, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { PipelineSettingsAnswer } from "@/lib/dialects/native/board";
import { messages } from "./messages";

type LostMenuProps = {
  reasons: PipelineSettingsAnswer["lostReasons"];
  trigger: ReactElement;
  /** Told the reason; null when none is given. */
  onLost: (reasonId: string | null) => void;
};

/** Why the lead was lost: one press says it, and that it was. */
export const LostMenu = ({ reasons, trigger, onLost }: LostMenuProps) => (
  <Menu trigger={trigger} align="end" className="max-h-(--available-height) overflow-y-auto">
    <MenuGroup label={messages.whyLost}>
      {reasons.map(({ id, name }) => (
        <MenuItem key={id} onClick={() => onLost(id)}>
          <span className="truncate">{name}</span>
        </MenuItem>
      ))}
    </MenuGroup>
    <MenuSeparator />
    <MenuItem onClick={() => onLost(null)}>{messages.noReason}</MenuItem>
  </Menu>
);
