"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { choicesQuery, stagesQuery } from "@/components/leads/queries";
import { useIsNarrow } from "@/components/leads/state/use-is-narrow";
import type { Group } from "@/lib/leads/query/model";
import { type EditedPart, FilterBar } from "./filter-bar";
import { FilterButton } from "./filter-button";
import { countConditions, partsOf } from "./tree";

/** The button that a filter begins with and the chips of what is in force, for a screen of leads to put where it wants them. */
export function useFilterParts(
  filter: Group,
  onChange: (filter: Group) => void,
): { button: ReactNode; chips: ReactNode } {
  const [edited, setEdited] = useState<EditedPart | null>(null);
  const isNarrow = useIsNarrow();
  const parts = partsOf(filter);
  // What there is to choose from is not asked for before somebody filters.
  const enabled = parts.length > 0 || edited !== null;
  const stages = useQuery({ ...stagesQuery(), enabled }).data?.stages;
  const choices = useQuery({ ...choicesQuery(), enabled }).data;
  const known = useMemo(() => ({ stages: stages ?? [], choices }), [stages, choices]);
  return {
    button: (
      <FilterButton count={countConditions(filter)} onPress={(anchor) => setEdited({ place: parts.length, anchor })} />
    ),
    chips: (
      <FilterBar
        filter={filter}
        known={known}
        onChange={onChange}
        edited={edited}
        onEdit={setEdited}
        isNarrow={isNarrow === true}
      />
    ),
  };
}
