import { viewMessages as messages } from "@/components/fields/views/messages";
import type { View, ViewBody, Views } from "@/components/fields/views/view";
import { plainSettings, type ViewSettings } from "@/components/leads/state/search-params";
import type { ViewAnswer } from "@/lib/dialects/native/views";
import { groupings, type LeadQuery, me } from "@/lib/leads/query/model";

const own = (): Views<ViewSettings> => [
  { id: "all", name: messages.all, settings: plainSettings, search: "", saved: null },
  {
    id: "mine",
    name: messages.mine,
    settings: { ...plainSettings, filter: { all: [{ field: "owner", operator: "is", value: me }] } },
    search: "",
    saved: null,
  },
];

/** All views of the list that the person has, those of everybody first. */
export const allViews = (saved: readonly ViewAnswer[]): Views<ViewSettings> => [...own(), ...saved.map(viewOf)];

function viewOf(saved: ViewAnswer): View<ViewSettings> {
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
export const viewBody = (settings: ViewSettings, search: string): ViewBody => ({
  query: { filter: settings.filter, sorts: settings.sorts, ...(search && { search }) },
  columns: (settings.columns ?? []).map(({ id, width, isPinned }) => ({
    field: id,
    ...(width && { width }),
    ...(isPinned && { pinned: true }),
  })),
  settings: { groupBy: settings.group },
});

/** Whether the list shows something else than its view says. */
export const isChanged = (view: View<ViewSettings>, settings: ViewSettings, search: string): boolean =>
  JSON.stringify(viewBody(view.settings, view.search)) !== JSON.stringify(viewBody(settings, search));
