import { classes } from "@/components/ui/classes";
import { pinnedStyle, type ShownColumn } from "./layout";

const anyCellClass = classes(
  "border-line min-w-0 border-b px-3 whitespace-nowrap",
  "focus-visible:outline-focus outline-none focus-visible:z-2 focus-visible:outline-2 focus-visible:-outline-offset-2",
);
/** A cell of parts that stand beside each other. */
const cellClass = `${anyCellClass} flex items-center gap-2 overflow-hidden`;
/** A cell of text: a line of it is laid out in a fraction of the time. */
const plainCellClass = `${anyCellClass} truncate leading-(--line)`;
/** A cell that stays in sight covers what passes below it, in the colour of its row. */
const pinnedClass = "sticky z-1 bg-inherit";

const placed = (place: number, cursor: number | null) => ({
  "aria-colindex": place + 1,
  "data-place": place,
  tabIndex: cursor === place ? 0 : -1,
});

/** What the cell of the box has in every row, that of the heads too. `cursor` is the place that has the keyboard. */
export const boxProps = (cursor: number | null) => ({
  ...placed(0, cursor),
  className: classes(cellClass, pinnedClass, "left-0 justify-center pl-3"),
});

/**
 * What the cell of a column has in every row, that of the heads too.
 * @param index the column's place among those shown; `isPlain` where the cell is nothing but text.
 */
export function cellProps(
  columns: readonly ShownColumn[],
  index: number,
  cursor: number | null,
  { isPlain = false, className }: { isPlain?: boolean; className?: string | false },
) {
  const column = columns[index];
  return {
    ...placed(index + 1, cursor),
    style: column && pinnedStyle(column, index),
    className: classes(
      isPlain ? plainCellClass : cellClass,
      column?.isPinned && pinnedClass,
      column?.isPinned && columns[index + 1]?.isPinned === false && "border-r",
      className,
    ),
  };
}
