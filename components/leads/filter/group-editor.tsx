"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Group } from "@/lib/leads/query/model";
import { ConditionEditor } from "./condition-editor";
import { sayPart } from "./describe";
import { FieldList } from "./field-list";
import type { FilterChoices } from "./fields";
import { filterMessages as messages } from "./messages";
import { newCondition } from "./new-condition";
import { groupWith, isGroup, matchOf, partsOf, replacePart } from "./tree";

type GroupEditorProps = { group: Group; known: FilterChoices; onChange: (group: Group) => void };

/** Filters of which all have to hold, or any; a group may stand in a group. */
export function GroupEditor({ group, known, onChange }: GroupEditorProps) {
  const parts = partsOf(group);
  const [isAdding, setAdding] = useState(parts.length === 0);
  return (
    <fieldset aria-label={messages.group} className="flex flex-col gap-2">
      <Select
        label={messages.match}
        value={matchOf(group)}
        options={[
          { value: "all", label: messages.matchAll },
          { value: "any", label: messages.matchAny },
        ]}
        onChange={(match) => onChange(groupWith(match, parts))}
        className="w-full"
      />
      {parts.map((part, place) => (
        // A filter is a list without names: a part is known by its place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={place} className="border-line flex items-start gap-1 rounded-md border p-1.5">
          <div className="min-w-0 flex-1">
            {isGroup(part) ? (
              <GroupEditor group={part} known={known} onChange={(next) => onChange(replacePart(group, place, next))} />
            ) : (
              <ConditionEditor
                condition={part}
                known={known}
                onChange={(next) => onChange(replacePart(group, place, next))}
              />
            )}
          </div>
          <Button
            variant="quiet"
            size="small"
            iconOnly
            aria-label={messages.remove(sayPart(part, known))}
            onClick={() => onChange(replacePart(group, place, null))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      {isAdding ? (
        <FieldList
          known={known}
          onChoose={(field) => {
            setAdding(false);
            onChange(replacePart(group, parts.length, newCondition(field, known)));
          }}
        />
      ) : (
        <Button variant="quiet" size="small" className="self-start" onClick={() => setAdding(true)}>
          <Plus aria-hidden />
          {messages.addToGroup}
        </Button>
      )}
    </fieldset>
  );
}
