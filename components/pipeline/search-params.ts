import { readFilter } from "@/components/fields/read-filter";
import { paths } from "@/lib/client/paths";
import type { Condition, Group } from "@/lib/leads/query/model";

/** Which deals a board shows. */
export const boardStatuses = ["open", "won", "lost", "abandoned", "all"] as const;
export type BoardStatus = (typeof boardStatuses)[number];

/** The state of the board as its URL has it; empty texts ask for nothing. `filter` is the table's, as JSON. */
export type BoardSearch = { pipeline: string; status: BoardStatus; search: string; filter: string };

/** The search parameters of a URL, read on the server and in the browser alike. What makes no sense asks for nothing. */
export function readBoardSearch(parameters: Record<string, string | string[] | null | undefined>): BoardSearch {
  const text = (name: string): string => {
    const value = parameters[name];
    return typeof value === "string" ? value : "";
  };
  const linked = partsOfBoard(readFilter(text("filter")));
  const status = [text("status"), linked.status].find((word) => word !== "");
  return {
    pipeline: text("pipeline") || linked.pipeline,
    status: boardStatuses.find((known) => known === status) ?? "open",
    search: text("search"),
    filter: writeFilter(linked.rest),
  };
}

/** The filter of a board; an empty text is one without conditions. */
export const filterOf = ({ filter }: Pick<BoardSearch, "filter">): Group => readFilter(filter) ?? { all: [] };

/** A filter as a URL has it; nothing where it says nothing. */
export const writeFilter = (filter: Group | undefined): string =>
  !filter || ("all" in filter ? filter.all : filter.any).length === 0 ? "" : JSON.stringify(filter);

/**
 * What a filter of the table says that a board says in words of its own: one pipeline, one status, and
 * that archived leads are left out, where all of it has to hold. `rest` is the filter without these.
 */
function partsOfBoard(filter: Group | undefined): { pipeline: string; status: string; rest: Group | undefined } {
  const found = { pipeline: "", status: "" };
  if (!filter || !("all" in filter)) return { ...found, rest: filter };
  const rest = filter.all.filter((part) => {
    if (!("field" in part)) return true;
    const { field, operator, value } = part;
    if (field === "archived" && operator === "is" && value === false) return false;
    if (field !== "pipeline" && field !== "status") return true;
    const only = Array.isArray(value) && value.length === 1 ? value[0] : value;
    if ((operator !== "is" && operator !== "anyOf") || typeof only !== "string" || found[field] !== "") return true;
    found[field] = only;
    return false;
  });
  return { ...found, rest: { all: rest } };
}

/** Whether anything but the pipeline and the open deals is asked for. */
export const isFiltered = ({ search, filter }: BoardSearch): boolean => search.trim() !== "" || filter !== "";

/** What the API is asked about the cards. */
export const askedOfCards = ({ status, search, filter }: BoardSearch): Record<string, string> => ({
  status,
  ...(search.trim() && { search: search.trim() }),
  ...(filter && { filter }),
});

/** The table with the same leads. */
export function tableOf({ status, search, filter }: BoardSearch, pipelineId: string | null): string {
  const mine: Condition[] = [
    ...(pipelineId === null ? [] : [{ field: "pipeline", operator: "is", value: pipelineId } as const]),
    { field: "archived", operator: "is", value: false },
    ...(status === "all" ? [] : [{ field: "status", operator: "is", value: status } as const]),
  ];
  const group = filterOf({ filter });
  // What holds for all can stand beside the rest; what holds for one of several stays a group.
  const others = "all" in group ? group.all : [group];
  const parameters = new URLSearchParams({
    ...(search.trim() && { search: search.trim() }),
    filter: JSON.stringify({ all: [...mine, ...others] } satisfies Group),
  });
  return `${paths.leads()}?${parameters}`;
}
