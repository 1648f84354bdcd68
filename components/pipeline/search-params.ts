import { readFilter } from "@/components/fields/read-filter";
import { paths } from "@/lib/client/paths";
import type { Condition, Group } from "@/lib/leads/query/model";
import { type CardFact, cardFacts } from "./card-fields";

/** Which deals a board shows. */
export const boardStatuses = ["open", "won", "lost", "abandoned", "all"] as const;
export type BoardStatus = (typeof boardStatuses)[number];

/** What a board shows; empty texts ask for nothing. `filter` is the table's, as JSON. */
export type BoardSearch = BoardSettings & { search: string };

/** What a saved view of a board remembers beside its words. */
export type BoardSettings = {
  /** The location's default pipeline without one. */
  pipeline: string;
  status: BoardStatus;
  filter: string;
  /** What cards say of their leads. */
  facts: readonly CardFact[];
};

/** The state of the board as its URL has it. What is not there is as the view says. */
export type BoardSaid = { /** Of a view, `mine` or `all`; empty for the person's default. */ view: string } & {
  [Name in keyof BoardSearch]?: BoardSearch[Name];
};

/** The parameters of the URL. */
export const boardNames = ["view", "pipeline", "status", "search", "filter", "facts"] as const;
type Parameters = Partial<Record<(typeof boardNames)[number], string | string[] | null>>;

/** The search parameters of a URL, read on the server and in the browser alike. What makes no sense asks for nothing. */
export function readBoardSearch(parameters: Parameters): BoardSaid {
  const text = (name: keyof Parameters): string | undefined => {
    const value = parameters[name];
    return typeof value === "string" ? value : undefined;
  };
  const filter = text("filter");
  const linked = partsOfBoard(readFilter(filter ?? ""));
  const pipeline = text("pipeline") ?? (linked.pipeline || undefined);
  const status = boardStatuses.find((known) => known === (text("status") || linked.status));
  const search = text("search");
  const facts = text("facts")?.split(",");
  const said = {
    ...(pipeline !== undefined && { pipeline }),
    ...(status && { status }),
    ...(search !== undefined && { search }),
    ...(filter !== undefined && { filter: writeFilter(linked.rest) }),
    ...(facts && { facts: cardFacts.filter((fact) => facts.includes(fact)) }),
  };
  return { view: text("view") ?? (Object.keys(said).length > 0 ? "all" : ""), ...said };
}

/** The parameters that say `change`; null takes a parameter out of the URL. */
export function writeBoardSearch(change: Partial<BoardSaid>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(change).map(([name, value]): [string, string | null] => [
      name,
      value === undefined ? null : typeof value === "string" ? value : value.join(",") || "none",
    ]),
  );
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

/** What the API is asked about the cards. */
export const askedOfCards = ({ status, search, filter }: Omit<BoardSearch, "facts">): Record<string, string> => ({
  status,
  ...(search.trim() && { search: search.trim() }),
  ...(filter && { filter }),
});

/** The table with the same leads. */
export function tableOf({ status, search, filter }: Omit<BoardSearch, "facts">, pipelineId: string | null): string {
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
