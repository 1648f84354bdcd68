import type { QueryClient } from "@tanstack/react-query";
import type { LeadRow } from "@/components/leads/queries";
import type { LeadPage } from "@/components/leads/state/pages";

type Lists = { pages: LeadPage[]; pageParams: unknown[] };

/** Changes leads in every list that has them. */
export function changeRows(client: QueryClient, ids: ReadonlySet<string>, change: (row: LeadRow) => LeadRow): void {
  client.setQueriesData<Lists>({ queryKey: ["leads", "list"] }, (lists) => {
    if (!lists?.pages.some(({ items }) => items.some((row) => ids.has(row.id)))) return lists;
    return {
      ...lists,
      pages: lists.pages.map((page) =>
        page.items.some((row) => ids.has(row.id))
          ? { ...page, items: page.items.map((row) => (ids.has(row.id) ? change(row) : row)) }
          : page,
      ),
    };
  });
}

/** The lead as the lists have it now: what somebody else made of it, once the list was fetched again. */
export function lastRow(client: QueryClient, lead: LeadRow): LeadRow {
  for (const [, lists] of client.getQueriesData<Lists>({ queryKey: ["leads", "list"] })) {
    const found = lists?.pages.flatMap(({ items }) => items).find(({ id }) => id === lead.id);
    if (found) return found;
  }
  return lead;
}

/** Fetches again what hangs on leads that were changed in the list, but for the list itself. */
export function refreshAround(client: QueryClient, ids: readonly string[], columns: readonly string[]): void {
  const keys = [...ids.map((id) => ["lead", id]), ["board"], ["overview"], ["leads", "groups"]];
  for (const queryKey of keys) void client.invalidateQueries({ queryKey });
  if (columns.some((column) => column === "tags" || column === "source"))
    void client.invalidateQueries({ queryKey: ["lead-choices"] });
}
