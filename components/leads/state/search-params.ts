import { readFilter } from "@/components/fields/read-filter";
import { withoutSource } from "@/lib/leads/model";
import {
  type Condition,
  customFieldId,
  describeField,
  type Group,
  type Grouping,
  groupings,
  isLeadField,
  isSortable,
  readSorts,
  type Sort,
  writeSorts,
} from "@/lib/leads/query/model";
import { type ColumnState, readColumns, writeColumns } from "./column-state";

/** What a list of leads shows and how: what a saved view remembers. */
export type ViewSettings = {
  filter: Group;
  sorts: Sort[];
  group: Grouping | null;
  /** Without it: the columns that everybody starts with. */
  columns: ColumnState[] | null;
};

/** The state of the list as its URL has it. What is not there is as the view says. */
export type LeadsSearch = {
  /** The id of a saved view, `mine` or `all`; empty for the person's default. */
  view: string;
  /** Words to search for. */
  search?: string;
  /** The groups that are closed, by their keys. No view remembers them. */
  closed?: readonly string[];
} & { [Name in keyof ViewSettings]?: ViewSettings[Name] };

/** The parameters of the URL. Those of the second line are how other screens link here. */
export const searchNames = ["view", "search", "filter", "sort", "group", "columns", "closed"] as const;
export const linkNames = ["q", "stage", "pipeline", "source", "from", "to"] as const;
type Name = (typeof searchNames)[number] | (typeof linkNames)[number];
export type SearchParameters = Partial<Record<Name, string | null>>;

/** The search parameters of a URL, read on the server as the browser reads them. What makes no sense is left out. */
export function readLeadsSearch(parameters: SearchParameters): LeadsSearch {
  const { view, search, q, filter, sort, group, columns, closed } = parameters;
  const linked = linkedConditions(parameters);
  const asked = filter ? readFilter(filter) : undefined;
  const grouping = groupings.find((each) => each === group);
  return {
    view: view ?? (linked.length > 0 || asked || search || q ? "all" : ""),
    ...(typeof (search ?? q) === "string" && { search: (search ?? q ?? "").slice(0, 200) }),
    ...(linked.length > 0 ? { filter: { all: asked ? [...linked, asked] : linked } } : asked && { filter: asked }),
    ...(typeof sort === "string" && { sorts: readSorts(sort).filter(isKnownSort) }),
    ...(grouping ? { group: grouping } : group === "none" && { group: null }),
    ...(columns && { columns: readColumns(columns).filter(isKnownColumn) }),
    ...(closed && { closed: readClosed(closed) }),
  };
}

/** Keys as a URL has them: some are words of people. */
const readClosed = (written: string): string[] => [...new URLSearchParams(written).keys()];
const writeClosed = (closed: readonly string[]): string =>
  new URLSearchParams(closed.map((key) => [key, ""])).toString();

/** A part of a URL that can make no sense. */
export type UnreadPart = "filter" | "sort" | "group" | "columns";

/** The parts of a URL that were left out, whole or in part, because they make no sense. */
export function unreadParts({ filter, sort, group, columns }: SearchParameters): UnreadPart[] {
  const isUnread: Record<UnreadPart, boolean> = {
    filter: Boolean(filter) && readFilter(filter ?? "") === undefined,
    sort: !readSorts(sort ?? "").every(isKnownSort),
    group: Boolean(group) && group !== "none" && !groupings.some((each) => each === group),
    columns: Boolean(columns) && !readColumns(columns ?? "").every(isKnownColumn),
  };
  return (["filter", "sort", "group", "columns"] as const).filter((part) => isUnread[part]);
}

/** Whether there may be such a field: which fields a location added, only the server knows. */
const isField = (name: string): boolean => isLeadField(name) || customFieldId(name) !== null;
const isKnownColumn = ({ id }: ColumnState): boolean => isField(id);
const isKnownSort = ({ field }: Sort): boolean =>
  isField(field) && (!isLeadField(field) || isSortable(describeField(field)));

/** The parameters that say `change`; null takes a parameter out of the URL. */
export function writeLeadsSearch(change: Partial<LeadsSearch>): Record<string, string | null> {
  const { view, search, filter, sorts, group, columns, closed } = change;
  return {
    ...("view" in change && { view: view || null }),
    ...("search" in change && { search: search ?? null, q: null }),
    ...("filter" in change && {
      ...Object.fromEntries(linkNames.filter((name) => name !== "q").map((name) => [name, null])),
      filter: filter ? JSON.stringify(filter) : null,
    }),
    ...("sorts" in change && { sort: sorts ? writeSorts(sorts) : null }),
    ...("group" in change && { group: group === undefined ? null : (group ?? "none") }),
    ...("closed" in change && { closed: closed && closed.length > 0 ? writeClosed(closed) : null }),
    ...("columns" in change && { columns: columns ? writeColumns(columns) : null }),
  };
}

/** Says nothing, so that everything is as the view says. */
export const plainSearch: LeadsSearch = {
  view: "",
  search: undefined,
  filter: undefined,
  sorts: undefined,
  group: undefined,
  columns: undefined,
  closed: undefined,
};

/** What a list shows when neither its URL nor a view says anything. */
export const plainSettings: ViewSettings = { filter: { all: [] }, sorts: [], group: null, columns: null };

/** What the list shows: what the URL says, and what it leaves open as the view says. */
export const settingsOf = (search: LeadsSearch, view: ViewSettings): ViewSettings => ({
  filter: search.filter ?? view.filter,
  sorts: search.sorts ?? view.sorts,
  group: search.group === undefined ? view.group : search.group,
  columns: search.columns ?? view.columns,
});

/** The overview links with words of its own. */
function linkedConditions({ stage, pipeline, source, from, to }: SearchParameters): Condition[] {
  const days: Condition[] =
    from && to
      ? [{ field: "createdAt", operator: "between", value: [from, to] }]
      : from
        ? [{ field: "createdAt", operator: "onOrAfter", value: from }]
        : to
          ? [{ field: "createdAt", operator: "onOrBefore", value: to }]
          : [];
  return [
    ...(pipeline ? [{ field: "pipeline", operator: "is", value: pipeline } as const] : []),
    ...(stage ? [{ field: "stage", operator: "is", value: stage } as const] : []),
    ...(source === withoutSource
      ? [{ field: "source", operator: "isEmpty" } as const]
      : source
        ? [{ field: "source", operator: "is", value: source } as const]
        : []),
    ...days,
  ];
}
