import type { CreateViewBody, ViewAnswer } from "@/lib/dialects/native/views";

/** A view of a screen: one that everybody has, or one that somebody saved. */
export type View<Settings = unknown> = {
  id: string;
  name: string;
  /** What the screen shows and how. */
  settings: Settings;
  /** Words it searches for. */
  search: string;
  /** As it was saved; null for those that everybody has. */
  saved: ViewAnswer | null;
};

/** What a view is saved as, without its name. */
export type ViewBody = Pick<CreateViewBody, "query" | "columns" | "settings">;

/** The views of a screen, the one that shows all first. */
export type Views<Settings> = readonly [View<Settings>, ...View<Settings>[]];

/**
 * The view that a URL means. One that is gone is all leads; where the URL names none it is the
 * person's default, and for a rep who chose none what is theirs.
 * @param named the id in the URL; empty where it has none.
 */
export function viewAt<Settings>(named: string, views: Views<Settings>, isRep: boolean): View<Settings> {
  const wanted = named || (views.find(({ saved }) => saved?.isDefault)?.id ?? (isRep ? "mine" : "all"));
  return views.find(({ id }) => id === wanted) ?? views[0];
}

/** A change of what a URL says without what the view says anyway: the URL need not say it too. */
export function leftToView<Said extends object>(change: Partial<Said>, view: View<object>): Partial<Said> {
  const said: Record<string, unknown> = { ...view.settings, search: view.search };
  const entries = Object.entries(change).map(([name, value]) => [
    name,
    name in said && JSON.stringify(said[name]) === JSON.stringify(value) ? undefined : value,
  ]);
  // The same names, each with its own value or none.
  return Object.fromEntries(entries) as Partial<Said>;
}
