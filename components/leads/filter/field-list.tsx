"use client";

import { Group as GroupIcon } from "lucide-react";
import { useState } from "react";
import { classes } from "@/components/ui/classes";
import { popupItemClass } from "@/components/ui/popup-class";
import { findTyped } from "@/lib/kit/find-typed";
import { type FilterChoices, type FilterField, filterFields } from "./fields";
import { ListSearch } from "./list-search";
import { filterMessages as messages } from "./messages";

type FieldListProps = {
  known: FilterChoices;
  onChoose: (field: FilterField) => void;
  /** Begins a group instead; left out where groups may not stand. */
  onGroup?: () => void;
};

/** The fields to filter by. Typing narrows them down, arrows go through them. */
export function FieldList({ known, onChoose, onGroup }: FieldListProps) {
  const [typed, setTyped] = useState("");
  const { own, custom } = filterFields(known.choices);
  const matches = (fields: FilterField[]) => findTyped(fields, typed, ({ label }) => label);
  const [foundOwn, foundCustom] = [matches(own), matches(custom)];
  const item = (field: FilterField) => (
    <li key={field.id}>
      <button type="button" data-item onClick={() => onChoose(field)} className={itemClass}>
        {field.label}
      </button>
    </li>
  );
  return (
    <ListSearch label={messages.chooseField} value={typed} onChange={setTyped}>
      <ul aria-label={messages.fields}>{foundOwn.map(item)}</ul>
      {foundCustom.length > 0 && (
        <>
          <p className="text-ink-faint px-2 pt-2 pb-1 text-xs font-medium">{messages.customFields}</p>
          <ul aria-label={messages.customFields}>{foundCustom.map(item)}</ul>
        </>
      )}
      {foundOwn.length + foundCustom.length === 0 && (
        <p className="text-ink-muted px-2 py-3 text-sm">{messages.noField}</p>
      )}
      {onGroup && typed === "" && (
        <button type="button" data-item onClick={onGroup} className={classes(itemClass, "border-line mt-1 border-t")}>
          <GroupIcon aria-hidden />
          {messages.addGroup}
        </button>
      )}
    </ListSearch>
  );
}

const itemClass = classes(popupItemClass, "hover:bg-hover focus-visible:bg-hover w-full text-left");
