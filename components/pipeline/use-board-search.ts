import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type BoardSearch, boardStatuses, readable } from "./search-params";

const text = parseAsString.withDefault("");
const parsers = {
  pipeline: text,
  status: parseAsStringLiteral(boardStatuses).withDefault("open"),
  search: text,
  filter: text,
};

/** What the board shows, and the way to show something else: both are the page's URL. */
export function useBoardSearch(): [BoardSearch, (change: Partial<BoardSearch>) => void] {
  const [found, set] = useQueryStates(parsers);
  return [{ ...found, filter: readable(found.filter) }, (change) => void set(change)];
}
