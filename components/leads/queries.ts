import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { BrowseLeadsAnswer } from "@/lib/dialects/native/leads";
import type { StagesAnswer } from "@/lib/dialects/native/stages";
import { askedOf, type LeadsFilter } from "./search-params";

/** The leads that a filter asks for, page after page. */
export const leadsQuery = (filter: LeadsFilter) =>
  infiniteQueryOptions({
    queryKey: ["leads", "list", askedOf(filter)],
    queryFn: ({ pageParam, signal }) =>
      api<BrowseLeadsAnswer>(
        `/api/app/leads?${new URLSearchParams({ ...askedOf(filter), ...(pageParam && { after: pageParam }) })}`,
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** The statuses that leads can have. */
export const stagesQuery = () =>
  queryOptions({
    queryKey: ["stages"],
    queryFn: ({ signal }) => api<StagesAnswer>("/api/app/stages", { signal }),
    staleTime: 60_000,
  });
