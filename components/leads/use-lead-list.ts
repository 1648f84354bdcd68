import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { showToast } from "@/components/ui/toast";
import type { Clock } from "./grid/cell";
import { groupOf } from "./grid/group-of";
import { gridItems } from "./grid/items";
import { messages } from "./messages";
import { endCursor, fetchLeads, groupsQuery, leadsQuery } from "./queries";
import { askedOf } from "./state/asked";
import { pagesBefore, withoutGroups } from "./state/closed-groups";
import { inListOrder, withoutClosed, wholeOf } from "./state/group-totals";
import { leadsOf, pageAt, seenPages } from "./state/pages";
import type { ViewSettings } from "./state/search-params";

/** How many leads before the last one loaded the next page is asked for. */
const leadsAhead = 60;

const none: readonly string[] = [];

/**
 * The leads of a list with these settings, as many pages as were looked at. Those of closed groups are not
 * asked for; `onClosed` is told which groups are to be closed.
 */
export function useLeadList(
  settings: ViewSettings,
  words: string,
  { closed = none, onClosed }: { closed?: readonly string[]; onClosed: (closed: readonly string[]) => void },
) {
  const client = useQueryClient();
  const { group } = settings;
  const askedWithout = (keys: readonly string[]) =>
    askedOf({ ...settings, filter: withoutGroups(settings.filter, group, keys) }, words);
  const queryWithout = (keys: readonly string[]) => leadsQuery(askedWithout(keys));
  const listed = queryWithout(closed);
  const list = useInfiniteQuery(listed);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = list;
  const { hasPreviousPage, isFetchingPreviousPage, isFetchPreviousPageError, fetchPreviousPage } = list;
  const groupsAnswer = useQuery({
    ...groupsQuery(askedOf(settings, words), group ?? "stage"),
    enabled: group !== null,
  }).data?.groups;
  const groups = useMemo(
    () => (group && groupsAnswer ? inListOrder(groupsAnswer, group, settings.sorts) : []),
    [group, groupsAnswer, settings.sorts],
  );
  const groupTotals = useMemo(() => new Map(groups.map((each) => [each.key ?? "", each])), [groups]);
  const pages = list.data?.pages;
  const first = pages?.[0];
  const timeZone = first?.timeZone ?? "UTC";
  const groupZone = first?.locationTimeZone ?? "UTC";
  const shut = useMemo(() => new Set(group ? closed : []), [group, closed]);
  const leads = useMemo(() => {
    const all = leadsOf(pages ?? []);
    // What was loaded before its group was closed is there, and not shown.
    return group && shut.size > 0 ? all.filter((lead) => !shut.has(groupOf(lead, group, groupZone).key)) : all;
  }, [pages, group, shut, groupZone]);
  const items = useMemo(
    () =>
      gridItems(leads, {
        by: group,
        timeZone: groupZone,
        groups,
        closed: shut,
        hasEarlier: hasPreviousPage,
        hasMore: hasNextPage,
      }),
    [leads, group, groupZone, groups, shut, hasPreviousPage, hasNextPage],
  );
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
      else if (from < leadsAhead && hasPreviousPage && !isFetchingPreviousPage && !isFetchPreviousPageError)
        void fetchPreviousPage();
      else if (pages.some((page, place) => page.isOld && seenPages.has(place))) void refetch();
    },
    [
      pages,
      items,
      hasNextPage,
      isFetchingNextPage,
      isFetchNextPageError,
      fetchNextPage,
      hasPreviousPage,
      isFetchingPreviousPage,
      isFetchPreviousPageError,
      fetchPreviousPage,
      refetch,
    ],
  );
  /** Reads the list from its start or its end on, where that is not there: what is between comes when it is looked at. Throws what it said already. */
  const readFrom = async (end: "start" | "end") => {
    const cursor = end === "end" ? endCursor : "";
    const { queryKey } = listed;
    await client.cancelQueries({ queryKey });
    try {
      const page = await fetchLeads(askedWithout(closed), cursor);
      client.setQueryData(queryKey, { pages: [page], pageParams: [cursor] });
    } catch (error) {
      const description = error instanceof Error ? error.message : undefined;
      showToast({ tone: "negative", title: messages.moreFailed, description });
      throw error;
    }
  };
  /** Opens and closes a group where one is: what was loaded before it stays. */
  const toggleGroup = (key: string) => {
    if (!group) return;
    const next = shut.has(key) ? closed.filter((each) => each !== key) : [...closed, key];
    const placeOf = (of: string) => groups.findIndex((each) => (each.key ?? "") === of);
    const kept =
      list.data && !list.isPlaceholderData && shut.has(key)
        ? pagesBefore(list.data, (lead) => placeOf(groupOf(lead, group, groupZone).key) < placeOf(key))
        : list.isPlaceholderData
          ? null
          : list.data;
    if (kept) client.setQueryData(queryWithout(next).queryKey, kept);
    onClosed(next);
  };
  // Only one that was read at an end says how many there are.
  const whole = wholeOf(pages?.find(({ total }) => total !== null) ?? first, group ? groups : [], shut);
  return {
    first,
    leads,
    items,
    clock,
    /** All that match, those of closed groups too: how many, and what they are worth. */
    total: whole.total,
    sums: whole.sums,
    /** How many lines of leads there are when all are loaded; null when nobody knows exactly. */
    shownTotal: whole.total?.exact ? withoutClosed(whole.total.count, groups, shut) : null,
    /** What is known of each group, by its key. */
    groupTotals,
    toggleGroup,
    /** Whether closed groups are all there is, and their heads are on the way. */
    isAwaitingGroups: shut.size > 0 && groupsAnswer === undefined,
    /** Tells which lines are on screen: what comes next is fetched, and what changed meanwhile. */
    showItems,
    error: list.error,
    hasEarlier: hasPreviousPage,
    hasMore: hasNextPage,
    hasMoreFailed: isFetchNextPageError,
    isStale: list.isPlaceholderData,
    readFrom,
    loadMore: () => void fetchNextPage(),
    reload: () => void refetch(),
  };
}
