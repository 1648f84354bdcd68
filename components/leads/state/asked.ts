import { completeParts, partsOf } from "@/components/leads/filter/tree";
import type { Asked } from "@/components/leads/queries";
import {
  type Condition,
  type Group,
  type Grouping,
  type LeadQuery,
  type Sort,
  writeSorts,
} from "@/lib/leads/query/model";
import { type ColumnState, defaultColumns } from "./column-state";
import type { ViewSettings } from "./search-params";
import type { Selection } from "./selection";

/** The fields that every lead of a list comes with; others have to be asked for. */
const given = new Set([
  "number",
  "name",
  "valueMinor",
  "currency",
  "status",
  "stage",
  "source",
  "contactName",
  "companyName",
  "email",
  "phone",
  "owner",
  "archived",
  "createdAt",
  "updatedAt",
]);

/** The query that a list with these settings asks: what is not said completely yet asks for nothing. */
export function queryOf({ filter, sorts, group }: ViewSettings, words: string): LeadQuery {
  return {
    filter: completeParts(filter),
    sorts: group ? groupFirst(group, sorts) : sorts,
    ...(words.trim() && { search: words.trim() }),
  };
}

/** The sorts by which the leads of a group stand together. */
function groupFirst(group: Grouping, sorts: readonly Sort[]): Sort[] {
  const field = group === "month" ? "createdAt" : group;
  const own = sorts.find((sort) => sort.field === field);
  const first: Sort = own ?? { field, direction: group === "month" ? "desc" : "asc" };
  return [first, ...sorts.filter((sort) => sort !== own)];
}

/** What a list with these settings asks the API for. */
export function askedOf(settings: ViewSettings, words: string): Asked {
  const { filter, sorts, search } = queryOf(settings, words);
  const shown = (settings.columns ?? defaultColumns).map(({ id }) => id);
  // An owner is changed without letting go of those who follow.
  const columns = [...new Set([...shown, ...(shown.includes("owner") ? ["followers"] : [])])].filter(
    (id) => !given.has(id),
  );
  return {
    columns: columns.toSorted().join(","),
    ...(partsOf(filter).length > 0 && { filter: JSON.stringify(filter) }),
    ...(sorts.length > 0 && { sort: writeSorts(sorts) }),
    ...(search && { search }),
  };
}

/** So many leads can be named one by one in a URL. */
const mostNamed = 400;

/** Where the list can be had as a file: all that match, in the columns that are shown. */
export function exportHrefOf({ columns: _, ...asked }: Asked, shown: readonly ColumnState[], name: string): string {
  const columns = shown.map(({ id }) => id).join(",");
  return `/api/app/leads/export?${new URLSearchParams({ ...asked, columns, name })}`;
}

/** What a list asks for, of the selected leads alone; null where these are too many to be named. */
export function askedOfSelected(asked: Asked, filter: Group, { ids, isInverted }: Selection): Asked | null {
  if (isInverted && ids.size === 0) return asked;
  if (ids.size > mostNamed) return null;
  const named: Condition = { field: "id", operator: isInverted ? "noneOf" : "anyOf", value: [...ids] };
  const { filter: _, search, ...rest } = asked;
  // Those that are named are no longer looked for.
  if (!isInverted) return { ...rest, filter: JSON.stringify({ all: [named] }) };
  return { ...asked, filter: JSON.stringify({ all: [completeParts(filter), named] }) };
}
