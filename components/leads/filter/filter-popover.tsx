"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Popover } from "@base-ui/react/popover";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { popupClass } from "@/components/ui/popup-class";
import type { Part } from "@/lib/leads/query/model";
import { buttonMessages } from "./button-messages";
import { ConditionEditor } from "./condition-editor";
import { FieldList } from "./field-list";
import type { FilterChoices } from "./fields";
import { GroupEditor } from "./group-editor";
import { filterMessages as messages } from "./messages";
import { newCondition } from "./new-condition";
import { isGroup } from "./tree";

type FilterPopoverProps = {
  anchor: HTMLElement;
  part: Part | null;
  known: FilterChoices;
  onChange: (part: Part | null) => void;
  onClose: () => void;
};

/** One part of the filter, to be made or changed. What is chosen holds at once. */
export function FilterPopover({ anchor, part, known, onChange, onClose }: FilterPopoverProps) {
  return (
    <CSPProvider disableStyleElements>
      <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
        <Popover.Portal>
          <Popover.Positioner
            anchor={anchor}
            align="start"
            sideOffset={6}
            collisionPadding={8}
            className="z-50 outline-none"
          >
            <Popover.Popup
              aria-label={buttonMessages.filter}
              finalFocus={{ current: anchor }}
              className={classes(
                popupClass,
                "max-h-[min(32rem,var(--available-height))] w-88 max-w-[calc(100vw-1rem)] overflow-y-auto p-2",
              )}
            >
              {part === null ? (
                <FieldList
                  known={known}
                  onChoose={(chosen) => onChange(newCondition(chosen, known))}
                  onGroup={() => onChange({ any: [] })}
                />
              ) : isGroup(part) ? (
                <GroupEditor group={part} known={known} onChange={onChange} />
              ) : (
                <ConditionEditor condition={part} known={known} onChange={onChange} />
              )}
              {part !== null && (
                <div className="mt-2 flex justify-end">
                  <Button size="small" onClick={onClose}>
                    {messages.done}
                  </Button>
                </div>
              )}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </CSPProvider>
  );
}
