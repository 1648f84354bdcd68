"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Popover } from "@base-ui/react/popover";
import { useRef, useState } from "react";
import { CellValue } from "@/components/leads/grid/cell";
import { laterMessages } from "@/components/leads/later-messages";
import { messages } from "@/components/leads/messages";
import { classes } from "@/components/ui/classes";
import { popupClass } from "@/components/ui/popup-class";
import { cellChoices } from "./cell-choices";
import type { CellEditorProps } from "./cell-editor";
import { type CellContent, contentOf } from "./editable";
import { PickList, WordList } from "./pick-lists";

/** A list beside the cell, of which one is chosen, or any number. */
export function PickEditor(props: CellEditorProps & { kind: "choice" | "choices" | "flag" }) {
  const { lead, column, label, known, kind, onSave, onLeave } = props;
  const before = contentOf(lead, column);
  const anchor = useRef<HTMLSpanElement>(null);
  const [several, setSeveral] = useState<string[]>(Array.isArray(before) ? [...before] : []);
  const close = (by: -1 | 0 | 1) => {
    if (kind === "choices" && several.join("\n") !== (Array.isArray(before) ? before : []).join("\n")) onSave(several);
    onLeave(by);
  };
  const choose = (content: CellContent) => {
    if (content !== before) onSave(content);
    onLeave(0);
  };
  const choices =
    kind === "flag"
      ? [
          { value: "yes", label: messages.yes },
          { value: "no", label: messages.no },
        ]
      : cellChoices(lead, column, known);
  return (
    <CSPProvider disableStyleElements>
      <span
        ref={anchor}
        className="outline-focus bg-raised -mx-3 block h-full flex-1 truncate px-3 leading-(--line) outline-2 -outline-offset-2"
      >
        <CellValue lead={lead} column={column} clock={{ asOf: lead.createdAt, timeZone: "UTC" }} />
      </span>
      <Popover.Root open onOpenChange={(isOpen) => !isOpen && close(0)}>
        <Popover.Portal>
          <Popover.Positioner
            anchor={anchor}
            align="start"
            sideOffset={2}
            collisionPadding={8}
            className="z-50 outline-none"
          >
            <Popover.Popup
              aria-label={laterMessages.edit(label, lead.name)}
              finalFocus={false}
              className={classes(popupClass, "w-64 p-1.5")}
              onKeyDown={(event) => {
                event.stopPropagation();
                if (event.key !== "Tab") return;
                event.preventDefault();
                close(event.shiftKey ? -1 : 1);
              }}
            >
              {kind === "choices" ? (
                <WordList
                  words={several}
                  known={choices.map(({ value }) => value)}
                  isOpen={column === "tags"}
                  onChange={setSeveral}
                />
              ) : (
                <PickList
                  choices={choices}
                  present={kind === "flag" ? (before === true ? "yes" : "no") : String(before ?? "")}
                  onChoose={({ value }) => choose(kind === "flag" ? value === "yes" : value)}
                />
              )}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </CSPProvider>
  );
}
