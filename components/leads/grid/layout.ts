import type { CSSProperties } from "react";
import { type Column, columnOf } from "@/components/leads/columns";
import { arrange, type ColumnState, firstColumn } from "@/components/leads/state/column-state";

/** A column as it stands in the grid. */
export type ShownColumn = Column & {
  /** How wide it is when nobody chose. */
  ownWidth: number;
  /** Whether it stays in sight: the first does, and those that are pinned. */
  isPinned: boolean;
};

/** The box before the first column, in which rows are selected. */
export const selectWidth = 44;
export const headHeight = 36;
/** Rows as people chose them, and cards where there is no room for rows. */
export const rowHeights = { normal: 36, compact: 28, card: 76, group: 36 } as const;
export type RowHeight = "normal" | "compact";

/** The columns of a view as the grid shows them; those that do not exist any more are left out. */
export const showColumns = (states: readonly ColumnState[], custom: readonly Column[]): ShownColumn[] =>
  arrange(states).flatMap(({ id, width, isPinned }) => {
    const column = columnOf(id, custom);
    return column
      ? [
          {
            ...column,
            ownWidth: column.width,
            width: width ?? column.width,
            isPinned: id === firstColumn || isPinned === true,
          },
        ]
      : [];
  });

/** The widths as variables of the grid: a column that is made wider changes a variable, not ten thousand cells. */
export function layoutOf(columns: readonly ShownColumn[]): CSSProperties {
  const lefts = columns.map((_, place) => columns.slice(0, place).reduce((sum, { width }) => sum + width, selectWidth));
  const pinned = columns.filter(({ isPinned }) => isPinned).reduce((sum, { width }) => sum + width, selectWidth);
  // Custom properties are no part of React's type of a style.
  return {
    "--columns": `${selectWidth}px ${columns.map(({ width }) => `${width}px`).join(" ")} minmax(0, 1fr)`,
    "--width": `${columns.reduce((sum, { width }) => sum + width, selectWidth)}px`,
    "--pinned": `${pinned}px`,
    ...Object.fromEntries(lefts.map((left, place) => [`--left-${place}`, `${left}px`])),
  } as CSSProperties;
}

/** Where a column that stays in sight stands; nothing for the others. */
export const pinnedStyle = ({ isPinned }: ShownColumn, place: number): CSSProperties | undefined =>
  isPinned ? { left: `var(--left-${place})` } : undefined;
