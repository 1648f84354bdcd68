"use client";

import { Archive, ArchiveRestore, Combine } from "lucide-react";
import { type ReactElement, useState } from "react";
import { PickList, WordList } from "@/components/leads/edit/pick-lists";
import { choicesOf, type FilterChoices } from "@/components/leads/filter/fields";
import { messages as leadMessages } from "@/components/leads/messages";
import { Button } from "@/components/ui/button";
import { Menu, MenuGroup, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { Popover } from "@/components/ui/popover";
import { bulkMessages as messages } from "./messages";
import type { BulkStep } from "./use-bulk";

type BulkPanelProps = {
  kind: "assign" | "stage" | "tags" | "more";
  label: string;
  trigger: ReactElement;
  known: FilterChoices;
  onChoose: (step: BulkStep) => void;
  /** Begins to merge them, where they are neither too few nor too many. */
  onMerge?: (() => void) | null;
};

/** What is chosen for many leads: whom, which stage, which tags, or one of the rest. */
export function BulkPanel({ kind, label, trigger, known, onChoose, onMerge }: BulkPanelProps) {
  switch (kind) {
    case "assign":
      return (
        <Popover defaultOpen trigger={trigger} label={label} isList className="w-64">
          <PickList
            choices={[
              { value: "", label: leadMessages.nobody },
              ...(known.choices?.users ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChoose={({ value, label: name }) =>
              onChoose({ command: { type: "assign", ownerId: value || null }, what: name })
            }
          />
        </Popover>
      );
    case "stage":
      return (
        <Popover defaultOpen trigger={trigger} label={label} isList className="w-72">
          <PickList
            choices={choicesOf("stage", known) ?? []}
            onChoose={({ value, label: name }) => onChoose({ command: { type: "stage", stageId: value }, what: name })}
          />
        </Popover>
      );
    case "tags":
      return <TagPanel label={label} trigger={trigger} known={known} onChoose={onChoose} />;
    case "more":
      return (
        <Menu trigger={trigger} side="top" align="end">
          <MenuGroup label={messages.status}>
            {(["open", "won", "lost", "abandoned"] as const).map((status) => (
              <MenuItem
                key={status}
                onClick={() => onChoose({ command: { type: "status", status }, what: leadMessages.statuses[status] })}
              >
                {leadMessages.statuses[status]}
              </MenuItem>
            ))}
          </MenuGroup>
          <MenuSeparator />
          {onMerge && (
            <MenuItem onClick={onMerge}>
              <Combine aria-hidden />
              {messages.merge}
            </MenuItem>
          )}
          <MenuItem onClick={() => onChoose({ command: { type: "archive" }, what: "" })}>
            <Archive aria-hidden />
            {messages.archive}
          </MenuItem>
          <MenuItem onClick={() => onChoose({ command: { type: "activate" }, what: "" })}>
            <ArchiveRestore aria-hidden />
            {messages.activate}
          </MenuItem>
        </Menu>
      );
  }
}

function TagPanel({ label, trigger, known, onChoose }: Omit<BulkPanelProps, "kind" | "onMerge">) {
  const [tags, setTags] = useState<string[]>([]);
  const choose = (type: "addTags" | "removeTags") => {
    onChoose({ command: { type, tags }, what: tags.join(", ") });
    setTags([]);
  };
  return (
    <Popover defaultOpen trigger={trigger} label={label} isList className="w-72">
      <WordList words={tags} known={known.choices?.tags ?? []} isOpen onChange={setTags} />
      <div className="mt-2 grid grid-cols-2 gap-2">
        <Button size="small" disabled={tags.length === 0} onClick={() => choose("removeTags")}>
          {messages.removeTags}
        </Button>
        <Button size="small" variant="primary" disabled={tags.length === 0} onClick={() => choose("addTags")}>
          {messages.addTags}
        </Button>
      </div>
    </Popover>
  );
}
