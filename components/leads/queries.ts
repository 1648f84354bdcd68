import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { LeadGroupsAnswer, LeadsAnswer, ListedLeadAnswer } from "@/lib/dialects/native/lead-query";
import type { Grouping } from "@/lib/leads/query/model";
import { type LeadPage, refreshPage, seenPages } from "./state/pages";

/** A lead as the list has it. */
export type LeadRow = ListedLeadAnswer;
/** What the list asks the API for, as its URL has it. */
export type Asked = Record<string, string>;

/** How many leads come at once. */
const pageSize = 100;

/** Where a list is read from that is read from its end. */
export const endCursor = "end";

/** What is asked for a page: the first one, and the last, also say how many leads there are and what they are worth. */
export const pageOf = (asked: Asked, cursor: string): Asked => ({
  ...asked,
  limit: String(pageSize),
  ...(cursor && { cursor }),
  ...(cursor === endCursor && { total: "estimate" }),
  ...((cursor === "" || cursor === endCursor) && { sums: "true" }),
});

/** A page of the leads that are asked for. @throws FailedRequest. */
export const fetchLeads = (asked: Asked, cursor: string, signal?: AbortSignal): Promise<LeadsAnswer> =>
  api(`/api/app/leads?${new URLSearchParams(pageOf(asked, cursor))}`, { signal });

/**
 * The leads that are asked for, page after page. When they are asked for again, because something
 * changed, only the pages in sight are fetched: a list of a hundred pages stays as quick as one of two.
 */
export const leadsQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ["leads", "list", asked],
    queryFn: async ({ pageParam, signal, client, queryKey }): Promise<LeadPage> => {
      const known = client.getQueryData<{ pages: LeadPage[]; pageParams: string[] }>(queryKey);
      const place = known?.pageParams.indexOf(pageParam) ?? -1;
      const before = known?.pages[place];
      if (before && !seenPages.has(place)) return { ...before, isOld: true };
      const page = await fetchLeads(asked, pageParam, signal);
      return before ? refreshPage(before, page) : page;
    },
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
    getPreviousPageParam: ({ previousCursor }) => previousCursor,
    placeholderData: keepPreviousData,
  });

/** The leads of a list that have something in common: how many, and what they are worth. */
export type LeadGroup = LeadGroupsAnswer["groups"][number];

/** The groups that the leads which are asked for fall into. */
export const groupsQuery = ({ filter, search }: Asked, by: Grouping) =>
  queryOptions({
    queryKey: ["leads", "groups", by, filter, search],
    queryFn: ({ signal }) =>
      api<LeadGroupsAnswer>(
        `/api/app/leads/groups?${new URLSearchParams({ by, ...(filter && { filter }), ...(search && { search }) })}`,
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
