import { type LeadsSearch, plainSettings, type ViewSettings } from "@/components/leads/state/search-params";
import type { ViewAnswer } from "@/lib/dialects/native/views";
import { groupings, type LeadQuery, me } from "@/lib/leads/query/model";
import { viewMessages as messages } from "./messages";

/** A view of the list: one that everybody has, or one that somebody saved. */
export type View = {
  id: string;
  name: string;
  settings: ViewSettings;
  /** Words it searches for. */
  search: string;
  /** As it was saved; null for those that everybody has. */
  saved: ViewAnswer | null;
};

const own: readonly View[] = [
  { id: "all", name: messages.all, settings: plainSettings, search: "", saved: null },
  {
    id: "mine",
    name: messages.mine,
    settings: { ...plainSettings, filter: { all: [{ field: "owner", operator: "is", value: me }] } },
    search: "",
    saved: null,
  },
];

/** All views that the person has, those of everybody first. */
export const allViews = (saved: readonly ViewAnswer[]): View[] => [...own, ...saved.map(viewOf)];

/**
 * The view that a URL means. One that is gone is all leads; where the URL names none it is the
 * person's default, and for a rep who chose none what is theirs.
 */
export function viewAt(search: LeadsSearch, views: readonly View[], isRep: boolean): View {
  const wanted = search.view || (views.find(({ saved }) => saved?.isDefault)?.id ?? (isRep ? "mine" : "all"));
  const view = views.find(({ id }) => id === wanted) ?? views[0];
  return view ?? { id: "all", name: messages.all, settings: plainSettings, search: "", saved: null };
}

function viewOf(saved: ViewAnswer): View {
  // The server has checked it when it was saved, and gives it back as it was.
  const query = saved.query as LeadQuery;
  return {
    id: saved.id,
    name: saved.name,
    settings: {
      filter: query.filter,
      sorts: query.sorts,
      group: groupings.find((each) => each === saved.settings["groupBy"]) ?? null,
      columns:
        saved.columns.length === 0
          ? null
          : saved.columns.map(({ field, width, pinned }) => ({
              id: field,
              ...(width && { width }),
              ...(pinned && { isPinned: true }),
            })),
    },
    search: query.search ?? "",
    saved,
  };
}

/** What a view is saved as. */
export const viewBody = (settings: ViewSettings, search: string) => ({
  query: { filter: settings.filter, sorts: settings.sorts, ...(search && { search }) },
  columns: (settings.columns ?? []).map(({ id, width, isPinned }) => ({
    field: id,
    ...(width && { width }),
    ...(isPinned && { pinned: true }),
  })),
  settings: { groupBy: settings.group },
});

/** Whether the list shows something else than its view says. */
export const isChanged = (view: View, settings: ViewSettings, search: string): boolean =>
  JSON.stringify(viewBody(view.settings, view.search)) !== JSON.stringify(viewBody(settings, search));

/** A change without what the view says anyway: the URL need not say it too. */
export function leftToView(change: Partial<LeadsSearch>, { settings, search }: View): Partial<LeadsSearch> {
  const said: Record<string, unknown> = { ...settings, search };
  const entries = Object.entries(change).map(([name, value]) => [
    name,
    name in said && JSON.stringify(said[name]) === JSON.stringify(value) ? undefined : value,
  ]);
  // The same names, each with its own value or none.
  return Object.fromEntries(entries) as Partial<LeadsSearch>;
}
