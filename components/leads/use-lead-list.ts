import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Grouping } from "@/lib/leads/query/model";
import type { Clock } from "./grid/cell";
import { gridItems } from "./grid/items";
import { type Asked, groupsQuery, leadsQuery } from "./queries";
import { leadsOf, pageAt, seenPages } from "./state/pages";

/** How many leads before the last one loaded the next page is asked for. */
const leadsAhead = 60;

/** The leads that are asked for, as many pages as were looked at. */
export function useLeadList(asked: Asked, group: Grouping | null) {
  const list = useInfiniteQuery(leadsQuery(asked));
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = list;
  const groups = useQuery({ ...groupsQuery(asked, group ?? "stage"), enabled: group !== null }).data?.groups;
  const groupTotals = useMemo(() => new Map((groups ?? []).map((each) => [each.key ?? "", each])), [groups]);
  const pages = list.data?.pages;
  const first = pages?.[0];
  const leads = useMemo(() => leadsOf(pages ?? []), [pages]);
  const timeZone = first?.timeZone ?? "UTC";
  const groupZone = first?.locationTimeZone ?? "UTC";
  const items = useMemo(() => gridItems(leads, group, groupZone), [leads, group, groupZone]);
  const asOf = first?.asOf ?? "";
  const clock = useMemo((): Clock => ({ asOf, timeZone }), [asOf, timeZone]);
  const showItems = useCallback(
    (from: number, to: number) => {
      if (!pages) return;
      const leadAt = (place: number) => {
        const item = items[Math.min(place, items.length - 1)];
        return item?.kind === "lead" ? item.index : 0;
      };
      seenPages.clear();
      for (let page = pageAt(pages, leadAt(from)); page <= pageAt(pages, leadAt(to)); page += 1) seenPages.add(page);
      if (to + leadsAhead >= items.length && hasNextPage && !isFetchingNextPage && !isFetchNextPageError)
        void fetchNextPage();
      else if (pages.some((page, place) => page.isOld && seenPages.has(place))) void refetch();
    },
    [pages, items, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch],
  );
  return {
    first,
    leads,
    items,
    clock,
    /** What is known of each group, by its key. */
    groupTotals,
    /** Tells which lines are on screen: what comes next is fetched, and what changed meanwhile. */
    showItems,
    error: list.error,
    hasMore: hasNextPage,
    hasMoreFailed: isFetchNextPageError,
    isStale: list.isPlaceholderData,
    loadMore: () => void fetchNextPage(),
    reload: () => void refetch(),
  };
}
