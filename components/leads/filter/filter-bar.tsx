"use client";

import { Plus, X } from "lucide-react";
import { lazy, Suspense, useRef } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Dot } from "@/components/ui/dot";
import type { Group, Part } from "@/lib/leads/query/model";
import { sayCondition, sayPart } from "./describe";
import { choicesOf, type FilterChoices } from "./fields";
import { filterMessages as messages } from "./messages";
import { completeParts, countConditions, isGroup, matchOf, partsOf, replacePart } from "./tree";

const FilterSheet = lazy(() => import("./filter-sheet").then((module) => ({ default: module.FilterSheet })));
const FilterPopover = lazy(() => import("./filter-popover").then((module) => ({ default: module.FilterPopover })));

/** What is being edited: the part at a place, of which there may be none yet, beside the element that opened it. */
export type EditedPart = { place: number; anchor: HTMLElement };

type FilterBarProps = {
  filter: Group;
  known: FilterChoices;
  onChange: (filter: Group) => void;
  edited: EditedPart | null;
  onEdit: (edited: EditedPart | null) => void;
  /** Whether there is no room for chips: the whole filter is then changed in a sheet. */
  isNarrow: boolean;
};

/** The filters in force, each a chip that can be changed and taken away. */
export function FilterBar({ filter, known, onChange, edited, onEdit, isNarrow }: FilterBarProps) {
  const parts = partsOf(filter);
  const add = useRef<HTMLButtonElement>(null);
  const close = () => {
    // What still lacks its value says nothing.
    const complete = completeParts(filter);
    if (countConditions(complete) < countConditions(filter) || partsOf(complete).length < parts.length)
      onChange(complete);
    onEdit(null);
  };
  const shown = parts.length > 0;
  return (
    <>
      {shown && (
        <div className="border-line flex flex-wrap items-center gap-x-1.5 gap-y-2 border-b px-4 py-2 max-md:hidden md:px-6">
          {parts.map((part, place) => (
            // A filter is a list without names: a part is known by its place.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={place} className="flex min-w-0 items-center gap-1.5">
              {place > 0 && (
                <button
                  type="button"
                  aria-label={messages.match}
                  onClick={() => onChange(matchOf(filter) === "all" ? { any: [...parts] } : { all: [...parts] })}
                  className="text-ink-faint hover:text-ink hover:bg-hover h-6 rounded-sm px-1 text-xs"
                >
                  {matchOf(filter) === "all" ? messages.and : messages.or}
                </button>
              )}
              <FilterChip
                part={part}
                known={known}
                isEdited={edited?.place === place}
                onEdit={(anchor) => onEdit({ place, anchor })}
                onRemove={() => {
                  onChange(replacePart(filter, place, null));
                  add.current?.focus();
                }}
              />
            </span>
          ))}
          <Button
            ref={add}
            variant="quiet"
            size="small"
            iconOnly
            aria-label={messages.add}
            aria-haspopup="dialog"
            onClick={(event) => onEdit({ place: parts.length, anchor: event.currentTarget })}
          >
            <Plus aria-hidden />
          </Button>
          <Button variant="quiet" size="small" className="ml-auto" onClick={() => onChange({ all: [] })}>
            {messages.clear}
          </Button>
        </div>
      )}
      {edited && isNarrow && (
        <Suspense>
          <FilterSheet filter={filter} known={known} onChange={onChange} onClose={close} />
        </Suspense>
      )}
      {edited && !isNarrow && (
        <Suspense>
          <FilterPopover
            key={edited.place}
            anchor={edited.anchor}
            part={parts[edited.place] ?? null}
            known={known}
            onChange={(part) => onChange(replacePart(filter, edited.place, part))}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  );
}

type FilterChipProps = {
  part: Part;
  known: FilterChoices;
  isEdited: boolean;
  onEdit: (anchor: HTMLElement) => void;
  onRemove: () => void;
};

function FilterChip({ part, known, isEdited, onEdit, onRemove }: FilterChipProps) {
  const whole = sayPart(part, known);
  return (
    <span className="border-line bg-raised shadow-control figures inline-flex h-7 max-w-full min-w-0 items-stretch rounded-md border text-sm">
      <button
        type="button"
        aria-label={messages.change(whole)}
        aria-haspopup="dialog"
        aria-expanded={isEdited}
        onClick={(event) => onEdit(event.currentTarget)}
        className={classes("hover:bg-hover flex min-w-0 items-center gap-1 rounded-l-md pl-2", isEdited && "bg-hover")}
      >
        {isGroup(part) ? <span className="truncate">{whole}</span> : <ChipWords part={part} known={known} />}
      </button>
      <button
        type="button"
        aria-label={messages.remove(whole)}
        onClick={onRemove}
        className="text-ink-faint hover:bg-hover hover:text-ink inline-flex w-6 items-center justify-center rounded-r-md"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}

function ChipWords({ part, known }: { part: Exclude<Part, Group>; known: FilterChoices }) {
  const { field, operator, value } = sayCondition(part, known);
  const only = Array.isArray(part.value) && part.value.length === 1 ? part.value[0] : part.value;
  const color = choicesOf(part.field, known)?.find((choice) => choice.value === only)?.color;
  return (
    <>
      <span className="text-ink-muted whitespace-nowrap">{field}</span>{" "}
      <span className="text-ink-faint whitespace-nowrap">{operator}</span>{" "}
      {value && (
        <span className="flex min-w-0 items-center gap-1.5 font-medium">
          {color && <Dot color={color} />}
          <span className="truncate">{value}</span>
        </span>
      )}
    </>
  );
}
