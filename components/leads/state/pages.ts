import type { LeadsAnswer } from "@/lib/dialects/native/lead-query";

/** A page of the list; `isOld` when something changed since it was fetched and it was out of sight. */
export type LeadPage = LeadsAnswer & { isOld?: true };

/** The places of the pages that are on screen, as the grid says. There is one list of leads at a time. */
export const seenPages = new Set<number>([0]);

/**
 * A page fetched again, with the end that it had before: pages after it are not fetched anew, so it
 * may neither leave a gap before them nor overlap with them.
 */
export function refreshPage(before: LeadPage, fetched: LeadsAnswer): LeadsAnswer {
  // The last page has no end to keep.
  if (before.nextCursor === null) return fetched;
  const ids = fetched.items.map(({ id }) => id);
  const lastBefore = before.items.at(-1)?.id ?? "";
  const end = ids.indexOf(lastBefore);
  if (end >= 0) return { ...fetched, items: fetched.items.slice(0, end + 1), nextCursor: before.nextCursor };
  // New leads pushed some over the end of the page, where the end of what came was there before: they stay.
  const last = before.items.findIndex(({ id }) => id === ids.at(-1));
  const pushed = last < 0 ? [] : before.items.slice(last + 1);
  return { ...fetched, items: [...fetched.items, ...pushed], nextCursor: before.nextCursor };
}

/** The leads of all pages, each once. */
export function leadsOf(pages: readonly LeadPage[]): LeadPage["items"] {
  return [...new Map(pages.flatMap(({ items }) => items).map((lead) => [lead.id, lead])).values()];
}

/** Which page each lead is on, by the number of leads up to its end. */
export const pageAt = (pages: readonly LeadPage[], index: number): number => {
  let count = 0;
  const place = pages.findIndex(({ items }) => (count += items.length) > index);
  return place < 0 ? Math.max(0, pages.length - 1) : place;
};
