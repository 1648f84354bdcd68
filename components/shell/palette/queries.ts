import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { LeadsAnswer } from "@/lib/dialects/native/lead-query";
import type { FoundLeadAnswer, SearchAnswer } from "@/lib/dialects/native/search";

/** A lead as the palette shows it. */
export type FoundLead = FoundLeadAnswer;

/** The leads that somebody who types `words` is after. */
export const searchQuery = (words: string) =>
  queryOptions({
    queryKey: ["leads", "search", words],
    queryFn: async ({ signal }): Promise<readonly FoundLead[]> =>
      (await api<SearchAnswer>(`/api/app/search?${new URLSearchParams({ words })}`, { signal })).leads,
    placeholderData: keepPreviousData,
    retry: false,
  });

/** Those of the leads that the person may still read, in the order of their ids. */
export const leadsByIdQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ["leads", "search", "recent", ids],
    queryFn: async ({ signal }): Promise<readonly FoundLead[]> => {
      if (ids.length === 0) return [];
      const filter = JSON.stringify({ all: [{ field: "id", operator: "anyOf", value: ids }] });
      const asked = new URLSearchParams({ filter, limit: String(ids.length), total: "none" });
      const { items } = await api<LeadsAnswer>(`/api/app/leads?${asked}`, { signal });
      const byId = new Map(items.map((lead) => [lead.id, lead]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    retry: false,
  });
