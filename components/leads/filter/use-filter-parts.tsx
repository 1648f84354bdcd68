"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { leadChoicesQuery, stagesQuery } from "@/components/fields/lead-queries";
import { useIsNarrow } from "@/components/leads/state/use-is-narrow";
import type { Group } from "@/lib/leads/query/model";
import type { EditedPart } from "./filter-bar";
import { FilterButton } from "./filter-button";
import { LaterFilterBar } from "./later-filter-bar";
import { completeParts, countConditions, partsOf } from "./tree";

/**
 * The button that a filter begins with and the chips of what is in force, for a screen of leads to put
 * where it wants them. `onChange` is told what can be asked: a condition that lacks its value stays here.
 */
export function useFilterParts(
  filter: Group,
  onChange: (filter: Group) => void,
): { button: ReactNode; chips: ReactNode } {
  const [edited, setEdited] = useState<EditedPart | null>(null);
  /** The filter while it is edited, with what is not complete yet. */
  const [draft, setDraft] = useState<Group | null>(null);
  const isNarrow = useIsNarrow();
  const shown = draft ?? filter;
  const parts = partsOf(shown);
  // What there is to choose from is not asked for before somebody filters.
  const enabled = parts.length > 0 || edited !== null;
  const stages = useQuery({ ...stagesQuery(), enabled }).data?.stages;
  const choices = useQuery({ ...leadChoicesQuery(), enabled }).data;
  const known = useMemo(() => ({ stages: stages ?? [], choices }), [stages, choices]);
  const edit = (next: EditedPart | null) => {
    setEdited(next);
    setDraft(next === null ? null : shown);
  };
  const change = (next: Group) => {
    if (edited !== null) setDraft(next);
    const complete = completeParts(next);
    if (JSON.stringify(complete) !== JSON.stringify(filter)) onChange(complete);
  };
  return {
    button: (
      <FilterButton count={countConditions(filter)} onPress={(anchor) => edit({ place: parts.length, anchor })} />
    ),
    chips: (
      <LaterFilterBar
        filter={shown}
        known={known}
        onChange={change}
        edited={edited}
        onEdit={edit}
        isNarrow={isNarrow === true}
      />
    ),
  };
}
