import type { LeadGroup } from "@/components/leads/queries";
import type { Grouping, LeadTotal, MoneySum, Sort } from "@/lib/leads/query/model";
import type { LeadPage } from "./pages";

/** The groups in the order in which the list has them, with these sorts; those of none come last in any. */
export function inListOrder(groups: readonly LeadGroup[], by: Grouping, sorts: readonly Sort[]): readonly LeadGroup[] {
  const direction = sorts.find(({ field }) => field === (by === "month" ? "createdAt" : by))?.direction;
  // The API has months from the last to the first, and so has the list; the others rise.
  if (direction === undefined || direction === (by === "month" ? "desc" : "asc")) return groups;
  const named = groups.filter(({ key }) => key !== null).toReversed();
  return [...named, ...groups.filter(({ key }) => key === null)];
}

/** How many of the leads that match are in no closed group. */
export const withoutClosed = (total: number, groups: readonly LeadGroup[], closed: ReadonlySet<string>): number =>
  total - groups.reduce((sum, { key, count }) => sum + (closed.has(key ?? "") ? count : 0), 0);

/** What all leads that match come to: the list's own word, or where groups are closed that of all groups together. */
export function wholeOf(
  first: LeadPage | undefined,
  groups: readonly LeadGroup[],
  closed: ReadonlySet<string>,
): { total: LeadTotal | null; sums: MoneySum[] } {
  if (closed.size === 0 || groups.length === 0) return { total: first?.total ?? null, sums: first?.sums ?? [] };
  const byCurrency = Map.groupBy(
    groups.flatMap(({ sums }) => sums),
    ({ currency }) => currency,
  );
  const sums = [...byCurrency].map(([currency, parts]) => ({
    currency,
    leads: parts.reduce((sum, { leads }) => sum + leads, 0),
    valueMinor: parts.reduce((sum, { valueMinor }) => sum + valueMinor, 0),
  }));
  return { total: { count: groups.reduce((sum, { count }) => sum + count, 0), exact: true }, sums };
}
