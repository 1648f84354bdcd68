/** A column of a view: which, how wide if somebody chose, and whether it stays in sight at the left. */
export type ColumnState = { id: string; width?: number; isPinned?: boolean };

/** The column that is always there, and always first. */
export const firstColumn = "name";

/** What people see who have chosen nothing. */
export const defaultColumns: readonly ColumnState[] = [
  { id: firstColumn },
  { id: "contactName" },
  { id: "companyName" },
  { id: "stage" },
  { id: "owner" },
  { id: "valueMinor" },
  { id: "tags" },
  { id: "lastContactedOn" },
  { id: "source" },
  { id: "createdAt" },
];

/** How narrow and how wide a column can be made, and by how much the keyboard does it. */
export const columnWidths = { least: 72, most: 640, step: 16 } as const;

/** Columns as the URL has them: `name:280,stage,owner:160!`, where `!` is pinned. */
export const writeColumns = (columns: readonly ColumnState[]): string =>
  columns.map(({ id, width, isPinned }) => `${id}${width ? `~${width}` : ""}${isPinned ? "!" : ""}`).join(",");

/** The columns of a URL; each once, the first always. */
export function readColumns(text: string): ColumnState[] {
  const columns = text.split(",").flatMap((word) => {
    const match = /^([a-zA-Z0-9:_-]+?)(?:~(\d{1,4}))?(!)?$/.exec(word);
    if (!match?.[1]) return [];
    const width = match[2] ? clampWidth(Number(match[2])) : undefined;
    return [{ id: match[1], ...(width && { width }), ...(match[3] && { isPinned: true }) }];
  });
  const seen = new Map(columns.toReversed().map((column) => [column.id, column]));
  const once = columns.filter((column) => seen.get(column.id) === column);
  return arrange(seen.has(firstColumn) ? once : [{ id: firstColumn }, ...once]);
}

/** A width that a column can have. */
export const clampWidth = (width: number): number =>
  Math.round(Math.min(columnWidths.most, Math.max(columnWidths.least, width)));

/** The order in which columns are shown: the first, the pinned, the rest. */
export const arrange = (columns: readonly ColumnState[]): ColumnState[] => [
  ...columns.filter(({ id }) => id === firstColumn),
  ...columns.filter(({ id, isPinned }) => id !== firstColumn && isPinned),
  ...columns.filter(({ id, isPinned }) => id !== firstColumn && !isPinned),
];

/** The columns with one a place further left (-1) or right (1), among its like: pinned with pinned. */
export function moveColumn(columns: readonly ColumnState[], id: string, by: -1 | 1): ColumnState[] {
  const place = columns.findIndex((column) => column.id === id);
  const column = columns[place];
  const other = columns[place + by];
  if (!column || !other || other.id === firstColumn || id === firstColumn) return [...columns];
  return arrange(columns.with(place, other).with(place + by, column));
}

/** The columns with one put beside another, and pinned as that one is; beside the first it stays as it was. */
export function placeColumn(
  columns: readonly ColumnState[],
  id: string,
  beside: string,
  side: "left" | "right",
): ColumnState[] {
  const { isPinned, ...column } = columns.find((each) => each.id === id) ?? { id };
  const others = columns.filter((each) => each.id !== id);
  const place = others.findIndex((each) => each.id === beside);
  if (id === firstColumn || place < 0 || others.length === columns.length) return [...columns];
  const staysInSight = beside === firstColumn ? isPinned : others[place]?.isPinned;
  return arrange(
    others.toSpliced(side === "left" ? place : place + 1, 0, { ...column, ...(staysInSight && { isPinned: true }) }),
  );
}

/** The columns with one of them changed. */
export const changeColumn = (
  columns: readonly ColumnState[],
  id: string,
  change: Partial<Omit<ColumnState, "id">>,
): ColumnState[] => arrange(columns.map((column) => (column.id === id ? { ...column, ...change } : column)));

/** The columns with `id` shown as the last, or not shown. */
export const toggleColumn = (columns: readonly ColumnState[], id: string): ColumnState[] =>
  columns.some((column) => column.id === id)
    ? columns.filter((column) => column.id !== id || id === firstColumn)
    : [...columns, { id }];
