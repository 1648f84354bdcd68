"use client";

import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  EyeOff,
  ListFilter,
  Pin,
  PinOff,
  Rows3,
  StretchHorizontal,
} from "lucide-react";
import type { ReactElement } from "react";
import { laterMessages } from "@/components/leads/later-messages";
import { changeColumn, firstColumn, moveColumn, toggleColumn } from "@/components/leads/state/column-state";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { groupings, type Sort } from "@/lib/leads/query/model";
import type { HeadActions } from "./grid-head";
import type { ShownColumn } from "./layout";
import { statesOf } from "./resize-handle";

type ColumnMenuProps = HeadActions & {
  column: ShownColumn;
  columns: readonly ShownColumn[];
  sorts: readonly Sort[];
  trigger: ReactElement;
};

/** What can be done with a column. */
export function ColumnMenu({ column, columns, sorts, trigger, onSort, onGroup, onColumns, onFilter }: ColumnMenuProps) {
  const { id } = column;
  const states = statesOf(columns);
  const isFirst = id === firstColumn;
  const isPinned = states.find((state) => state.id === id)?.isPinned === true;
  const grouping = groupings.find((each) => each === id || (each === "month" && id === "createdAt"));
  const others = sorts.filter(({ field }) => field !== id);
  const isSorted = others.length < sorts.length;
  return (
    <Menu trigger={trigger} align="end">
      {column.isSortable && (
        <>
          <MenuItem onClick={() => onSort([{ field: id, direction: "asc" }])}>
            <ArrowUp aria-hidden />
            {laterMessages.sortUp}
          </MenuItem>
          <MenuItem onClick={() => onSort([{ field: id, direction: "desc" }])}>
            <ArrowDown aria-hidden />
            {laterMessages.sortDown}
          </MenuItem>
          {others.length > 0 && !isSorted && (
            <MenuItem onClick={() => onSort([...others, { field: id, direction: "asc" }])}>
              <Rows3 aria-hidden />
              {laterMessages.sortAlso}
            </MenuItem>
          )}
          {isSorted && <MenuItem onClick={() => onSort(others)}>{laterMessages.unsort}</MenuItem>}
          <MenuSeparator />
        </>
      )}
      <MenuItem onClick={() => filterHere(id, onFilter)}>
        <ListFilter aria-hidden />
        {laterMessages.filterBy}
      </MenuItem>
      {grouping && (
        <MenuItem onClick={() => onGroup(grouping)}>
          <Rows3 aria-hidden />
          {laterMessages.groupBy}
        </MenuItem>
      )}
      <MenuSeparator />
      {!isFirst && (
        <>
          <MenuItem onClick={() => onColumns(changeColumn(states, id, { isPinned: !isPinned }))}>
            {isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
            {isPinned ? laterMessages.unpin : laterMessages.pin}
          </MenuItem>
          <MenuItem onClick={() => onColumns(moveColumn(states, id, -1))}>
            <ArrowLeft aria-hidden />
            {laterMessages.moveLeft}
          </MenuItem>
          <MenuItem onClick={() => onColumns(moveColumn(states, id, 1))}>
            <ArrowRight aria-hidden />
            {laterMessages.moveRight}
          </MenuItem>
        </>
      )}
      {column.width !== column.ownWidth && (
        <MenuItem onClick={() => onColumns(changeColumn(states, id, { width: undefined }))}>
          <StretchHorizontal aria-hidden />
          {laterMessages.ownWidth}
        </MenuItem>
      )}
      {!isFirst && (
        <MenuItem onClick={() => onColumns(toggleColumn(states, id))}>
          <EyeOff aria-hidden />
          {laterMessages.hide}
        </MenuItem>
      )}
    </Menu>
  );
}

/** The menu is gone when the filter opens, so it opens beside the column's head. */
function filterHere(id: string, onFilter: HeadActions["onFilter"]): void {
  const head = document.querySelector<HTMLElement>(`[role="columnheader"][data-column="${CSS.escape(id)}"]`);
  if (head) onFilter(id, head);
}
