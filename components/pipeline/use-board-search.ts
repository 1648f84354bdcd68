import { parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { type BoardSearch, readBoardSearch } from "./search-params";

const names = ["pipeline", "status", "search", "filter"] as const;
const parsers = Object.fromEntries(names.map((name) => [name, parseAsString]));

/** What the board shows, and the way to show something else: both are the page's URL. */
export function useBoardSearch(): [BoardSearch, (change: Partial<BoardSearch>) => void] {
  const [parameters, set] = useQueryStates(parsers);
  const search = useMemo(() => readBoardSearch(parameters), [parameters]);
  return [
    search,
    (change) => {
      const { pipeline, status, search: words, filter } = { ...search, ...change };
      void set({
        pipeline: pipeline || null,
        status: status === "open" ? null : status,
        search: words || null,
        filter: filter || null,
      });
    },
  ];
}
