"use client";

import { ArrowDown, ArrowUp, ChevronDown } from "lucide-react";
import { memo, type PointerEvent } from "react";
import { messages } from "@/components/leads/messages";
import { type ColumnState, firstColumn, placeColumn } from "@/components/leads/state/column-state";
import { classes } from "@/components/ui/classes";
import { OnDemand } from "@/components/ui/on-demand";
import type { Grouping, Sort } from "@/lib/leads/query/model";
import { boxProps, cellProps } from "./cell-props";
import { headHeight, type ShownColumn } from "./layout";
import { ResizeHandle, statesOf } from "./resize-handle";

/** What can be done to columns from their heads. */
export type HeadActions = {
  onSort: (sorts: Sort[]) => void;
  onGroup: (grouping: Grouping | null) => void;
  onColumns: (columns: ColumnState[]) => void;
  /** Filters by a field; the filter opens beside `anchor`. */
  onFilter: (field: string, anchor: HTMLElement) => void;
};

export type GridHeadProps = HeadActions & {
  columns: readonly ShownColumn[];
  sorts: readonly Sort[];
  /** The place of the head that has the keyboard, 0 for the box; null when a row has it. */
  cursor: number | null;
  selectedLoaded: "none" | "some" | "all";
  onSelectLoaded: (isOn: boolean) => void;
};

/** The heads of the columns: sort by one, and open what else there is to do with it. */
export const GridHead = memo(function GridHead({
  columns,
  sorts,
  cursor,
  selectedLoaded,
  onSelectLoaded,
  ...actions
}: GridHeadProps) {
  return (
    <div role="rowgroup" className="sticky top-0 z-3">
      <div
        role="row"
        aria-rowindex={1}
        style={{ height: headHeight }}
        className="bg-surface text-ink-faint grid grid-cols-(--columns) text-xs font-medium shadow-[inset_0_-1px_var(--color-line)]"
      >
        <div role="columnheader" {...boxProps(cursor)}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={selectedLoaded === "all"}
            ref={(box) => {
              if (box) box.indeterminate = selectedLoaded === "some";
            }}
            onChange={(event) => onSelectLoaded(event.target.checked)}
            aria-label={messages.selectLoaded}
            className="accent-accent size-4"
          />
        </div>
        {columns.map((column, place) => (
          <ColumnHead
            key={column.id}
            column={column}
            place={place}
            columns={columns}
            sorts={sorts}
            cursor={cursor}
            actions={actions}
          />
        ))}
      </div>
    </div>
  );
});

type ColumnHeadProps = {
  column: ShownColumn;
  place: number;
  columns: readonly ShownColumn[];
  sorts: readonly Sort[];
  cursor: number | null;
  actions: HeadActions;
};

function ColumnHead({ column, place, columns, sorts, cursor, actions }: ColumnHeadProps) {
  const rank = sorts.findIndex(({ field }) => field === column.id);
  const direction = sorts[rank]?.direction;
  const Arrow = direction === "desc" ? ArrowDown : ArrowUp;
  const trigger = (
    <button
      type="button"
      tabIndex={-1}
      data-menu
      aria-label={messages.columnMenu(column.label)}
      className="hover:bg-hover hover:text-ink data-popup-open:bg-hover inline-flex size-6 shrink-0 items-center justify-center rounded-sm opacity-0 group-focus-within/head:opacity-100 group-hover/head:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-100"
    >
      <ChevronDown aria-hidden className="size-3.5" />
    </button>
  );
  const take = ({ button, clientX, pointerType, currentTarget, target }: PointerEvent<HTMLElement>) => {
    // A finger scrolls; the column's menu and keys move it as well.
    if (button !== 0 || pointerType === "touch" || column.id === firstColumn) return;
    if (target instanceof Element && target.closest("[data-menu]")) return;
    void import("./drag-column").then(({ dragColumn }) =>
      dragColumn({
        head: currentTarget,
        startX: clientX,
        onDrop: (beside, side) => actions.onColumns(placeColumn(statesOf(columns), column.id, beside, side)),
      }),
    );
  };
  return (
    <div
      role="columnheader"
      onPointerDown={take}
      aria-sort={direction && rank === 0 ? (direction === "desc" ? "descending" : "ascending") : undefined}
      data-column={column.id}
      {...cellProps(columns, place, cursor, {
        className: classes(
          "group/head relative gap-0! overflow-visible! pr-1! data-dragged:opacity-50",
          "data-[drop=left]:shadow-[inset_2px_0_0_var(--color-accent)] data-[drop=right]:shadow-[inset_-2px_0_0_var(--color-accent)]",
          !column.isPinned && "bg-surface",
          column.isNumeric && "flex-row-reverse pr-3! pl-1!",
        ),
      })}
    >
      <button
        type="button"
        tabIndex={-1}
        disabled={!column.isSortable}
        onClick={(event) => actions.onSort(sortBy(sorts, column.id, event.shiftKey))}
        className={classes(
          "hover:enabled:text-ink flex h-full min-w-0 flex-1 items-center gap-1 text-left",
          column.isNumeric && "flex-row-reverse text-right",
          direction && "text-ink",
        )}
      >
        <span className="truncate">{column.label}</span>
        {direction && (
          <>
            <Arrow aria-hidden className="text-accent-ink size-3.5 shrink-0" />
            {sorts.length > 1 && <span className="figures text-ink-faint">{rank + 1}</span>}
          </>
        )}
      </button>
      <OnDemand
        popup="menu"
        trigger={trigger}
        load={() => import("./column-menu")}
        renderPanel={({ ColumnMenu }) => (
          <ColumnMenu column={column} columns={columns} sorts={sorts} trigger={trigger} {...actions} />
        )}
      />
      <ResizeHandle column={column} columns={columns} onColumns={actions.onColumns} />
    </div>
  );
}

/** The sorts after a press on a column's head: by it, the other way round, not by it; beside the others or alone. */
export function sortBy(sorts: readonly Sort[], field: string, isAdded: boolean): Sort[] {
  const present = sorts.find((sort) => sort.field === field);
  const others = isAdded ? sorts.filter((sort) => sort.field !== field) : [];
  if (!present) return [...others, { field, direction: "asc" }];
  if (present.direction === "desc") return others;
  const turned: Sort = { field, direction: "desc" };
  return isAdded ? sorts.map((sort) => (sort.field === field ? turned : sort)) : [turned];
}
