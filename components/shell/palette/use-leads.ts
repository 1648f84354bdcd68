import { useQuery } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { recentLeads } from "@/components/shell/recent-leads";
import type { Entry, EntryGroup } from "./entry";
import { paletteMessages as messages } from "./messages";
import { type FoundLead, leadsByIdQuery, searchQuery } from "./queries";
import { useRested } from "./use-rested";

/** How long typing has to rest before it searches. */
const restMilliseconds = 120;
/** How many recent leads are offered before anything is typed. */
const mostRecent = 6;

export type FoundLeads = { leads: readonly FoundLead[]; isSearching: boolean; retry: (() => void) | null };

/** The leads that what was typed finds; before anything is typed, those that were opened last. */
export function useLeads(isWanted: boolean, typed: string): FoundLeads {
  const [recent] = useState(() => recentLeads().slice(0, mostRecent));
  const words = useRested(typed, restMilliseconds);
  const known = useQuery({ ...leadsByIdQuery(recent), enabled: isWanted && recent.length > 0 });
  const found = useQuery({ ...searchQuery(words), enabled: isWanted && words !== "" });
  if (typed === "") return { leads: known.data ?? [], isSearching: known.isLoading, retry: null };
  return {
    leads: found.error ? [] : (found.data ?? []),
    isSearching: typed !== words || found.isFetching,
    retry: found.error && !found.isFetching ? () => void found.refetch() : null,
  };
}

/** Leads as lines of the palette; where they could not be searched, the way to try again. */
export function leadGroup(
  { leads, retry }: FoundLeads,
  isRecent: boolean,
  choose: (leadId: string) => void,
): EntryGroup {
  const failed: Entry[] = retry
    ? [
        {
          id: "search again",
          label: `${messages.searchFailed}. ${messages.again}`,
          icon: RotateCw,
          act: retry,
          stays: true,
        },
      ]
    : [];
  const items = leads.map((lead) => ({ id: `lead ${lead.id}`, label: lead.name, lead, act: () => choose(lead.id) }));
  return { title: isRecent ? messages.recent : messages.leads, items: [...items, ...failed] };
}
