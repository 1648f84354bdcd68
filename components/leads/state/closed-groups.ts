import type { Condition, Group, Grouping, Part } from "@/lib/leads/query/model";
import type { LeadPage } from "./pages";

/** The pages of a list as they are kept. */
export type KeptPages = { pages: LeadPage[]; pageParams: unknown[] };

/** Months that follow each other: the first of them, and the first that is none of them, as `yyyy-mm`. */
type Months = { from: string; until: string };

/** So many runs of months are left out by the filter; it can not say more. The leads of others are only not shown. */
const mostRuns = 15;

/**
 * A filter without the leads of closed groups: what nobody looks at is not fetched.
 * @param closed the keys of the groups, as the API has them; empty for the one of none.
 */
export function withoutGroups(filter: Group, by: Grouping | null, closed: readonly string[]): Group {
  if (by === null || closed.length === 0) return filter;
  const parts = by === "month" ? runsOf(closed).slice(0, mostRuns).map(outsideOf) : outside(by, closed);
  return { all: "all" in filter ? [...filter.all, ...parts] : [filter, ...parts] };
}

function outside(field: string, closed: readonly string[]): Condition[] {
  const keys = closed.filter((key) => key !== "");
  return [
    ...(keys.length > 0 ? [{ field, operator: "noneOf", value: keys } as const] : []),
    ...(keys.length < closed.length ? [{ field, operator: "isNotEmpty" } as const] : []),
  ];
}

function runsOf(months: readonly string[]): Months[] {
  const runs: Months[] = [];
  for (const month of months.toSorted()) {
    const [year = 0, number = 1] = month.split("-").map(Number);
    const until = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
    const last = runs.at(-1);
    if (last?.until === month) last.until = until;
    else runs.push({ from: month, until });
  }
  return runs;
}

/** Months are those of the location's zone, as days of filters are. */
const outsideOf = ({ from, until }: Months): Part => ({
  any: [
    { field: "createdAt", operator: "before", value: `${from}-01` },
    { field: "createdAt", operator: "onOrAfter", value: `${until}-01` },
  ],
});

/**
 * The pages that come before a group which is opened: what follows was fetched without its leads, and is
 * fetched again. Nothing where the first of them is one of those.
 * @param isBefore whether a lead stands in a group before it.
 */
export function pagesBefore(
  { pages, pageParams }: KeptPages,
  isBefore: (lead: LeadPage["items"][number]) => boolean,
): KeptPages | null {
  const end = pages.findIndex(({ items }) => !items.every(isBefore));
  const kept = end < 0 ? pages.length : end;
  return kept === 0 ? null : { pages: pages.slice(0, kept), pageParams: pageParams.slice(0, kept) };
}
