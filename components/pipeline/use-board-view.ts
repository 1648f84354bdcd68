import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { viewsQuery } from "@/components/fields/views/queries";
import { leftToView, viewAt } from "@/components/fields/views/view";
import { boardNames, type BoardSaid, type BoardSearch, readBoardSearch, writeBoardSearch } from "./search-params";
import { allViews, boardAt } from "./view";

const parsers = Object.fromEntries(boardNames.map((name) => [name, parseAsString]));
const nothing = Object.fromEntries(boardNames.map((name) => [name, null]));

/** The view that the board is seen through, what it shows, and the way to show something else: all of it is the page's URL. */
export function useBoardView(isRep: boolean) {
  const [parameters, set] = useQueryStates(parsers);
  const said = useMemo(() => readBoardSearch(parameters), [parameters]);
  const saved = useQuery(viewsQuery("board")).data?.views;
  const views = useMemo(() => allViews(saved ?? []), [saved]);
  const view = viewAt(said.view, views, isRep);
  const search = useMemo(() => boardAt(said, view), [said, view]);
  return {
    views,
    view,
    search,
    /** Whether the view that the URL names is not there any more. */
    isViewGone: saved !== undefined && said.view !== "" && said.view !== view.id,
    change: (next: Partial<BoardSearch>) =>
      void set(writeBoardSearch({ view: view.id, ...leftToView<BoardSaid>(next, view) })),
    /** Those that everybody has are of whichever pipeline one is at. */
    choose: (viewId: string) => {
      const isOwn = views.some(({ id, saved: isSaved }) => id === viewId && isSaved === null);
      void set({ ...nothing, view: viewId, ...(isOwn && search.pipeline && { pipeline: search.pipeline }) });
    },
  };
}

/** The board's view as its parts need it. */
export type BoardView = ReturnType<typeof useBoardView>;
