import { completeParts, partsOf } from "@/components/leads/filter/tree";
import type { Asked } from "@/components/leads/queries";
import { type Grouping, type LeadQuery, type Sort, writeSorts } from "@/lib/leads/query/model";
import { type ColumnState, defaultColumns } from "./column-state";
import type { ViewSettings } from "./search-params";

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

/** Where the list can be had as a file: all that match, in the columns that are shown. */
export function exportHrefOf({ columns: _, ...asked }: Asked, shown: readonly ColumnState[], name: string): string {
  const columns = shown.map(({ id }) => id).join(",");
  return `/api/app/leads/export?${new URLSearchParams({ ...asked, columns, name })}`;
}
