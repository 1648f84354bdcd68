import { paths } from "@/lib/client/paths";
import type { Condition, Group } from "@/lib/leads/query/model";

/** Which deals a board shows. */
export const boardStatuses = ["open", "won", "lost", "abandoned", "all"] as const;
export type BoardStatus = (typeof boardStatuses)[number];

/** The state of the board as its URL has it; empty texts ask for nothing. `filter` is the table's, as JSON. */
export type BoardSearch = { pipeline: string; status: BoardStatus; search: string; filter: string };

/** The search parameters of a URL, read on the server as the browser reads them. */
export function readBoardSearch(parameters: Record<string, string | string[] | undefined>): BoardSearch {
  const text = (name: string): string => {
    const value = parameters[name];
    return typeof value === "string" ? value : "";
  };
  const status = boardStatuses.find((known) => known === text("status")) ?? "open";
  return { pipeline: text("pipeline"), status, search: text("search"), filter: readable(text("filter")) };
}

/** A filter that a hand broke asks for nothing. */
export function readable(filter: string): string {
  return groupOf(filter) ? filter : "";
}

/** How many conditions a filter has, however deep. */
export function countConditions(filter: string): number {
  const count = (part: unknown): number => {
    if (typeof part !== "object" || part === null) return 0;
    const members: unknown = "all" in part ? part.all : "any" in part ? part.any : null;
    return Array.isArray(members) ? members.reduce<number>((sum, member) => sum + count(member), 0) : 1;
  };
  return count(groupOf(filter));
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
export function tableOf({ status, search, filter }: BoardSearch, pipelineId: string): string {
  const mine: Condition[] = [
    { field: "pipeline", operator: "is", value: pipelineId },
    { field: "archived", operator: "is", value: false },
    ...(status === "all" ? [] : [{ field: "status", operator: "is", value: status } as const]),
  ];
  const group = groupOf(filter);
  // What holds for all can stand beside the rest; what holds for one of several stays a group.
  const others = group === null ? [] : "all" in group ? group.all : [group];
  const parameters = new URLSearchParams({
    ...(search.trim() && { search: search.trim() }),
    filter: JSON.stringify({ all: [...mine, ...others] } satisfies Group),
  });
  return `${paths.leads()}?${parameters}`;
}

function groupOf(filter: string): Group | null {
  if (!filter) return null;
  try {
    const group: unknown = JSON.parse(filter);
    const isGroup =
      typeof group === "object" &&
      group !== null &&
      (("all" in group && Array.isArray(group.all)) || ("any" in group && Array.isArray(group.any)));
    // Its members are checked by the server.
    return isGroup ? (group as Group) : null;
  } catch {
    return null;
  }
}
