"use client";

import { useRef } from "react";
import { messages } from "@/components/leads/messages";
import { changeColumn, clampWidth, type ColumnState } from "@/components/leads/state/column-state";
import { layoutOf, type ShownColumn } from "./layout";

type ResizeHandleProps = {
  column: ShownColumn;
  columns: readonly ShownColumn[];
  onColumns: (columns: ColumnState[]) => void;
};

/** The edge of a column, to be pulled. While it is, only the grid's variables change. */
export function ResizeHandle({ column, columns, onColumns }: ResizeHandleProps) {
  const start = useRef<{ x: number; grid: HTMLElement } | null>(null);
  const widthAt = (x: number) => clampWidth(column.width + x - (start.current?.x ?? x));
  const columnsAt = (x: number) =>
    columns.map((each) => (each.id === column.id ? { ...each, width: widthAt(x) } : each));
  return (
    <span
      // Pressing Shift and an arrow in the head does the same by keyboard, and the column's menu says how wide it is.
      aria-hidden
      title={messages.resize(column.label)}
      className="hover:bg-focus active:bg-focus absolute inset-y-1.5 right-0 z-1 w-1 translate-x-1/2 cursor-col-resize touch-none rounded-full before:absolute before:inset-y-0 before:-right-1.5 before:-left-1.5"
      onPointerDown={(event) => {
        const grid = event.currentTarget.closest<HTMLElement>('[role="grid"]');
        if (!grid) return;
        event.preventDefault();
        // The column is not taken along.
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, grid };
      }}
      onPointerMove={(event) => {
        if (!start.current) return;
        for (const [name, value] of Object.entries(layoutOf(columnsAt(event.clientX))))
          start.current.grid.style.setProperty(name, String(value));
      }}
      onPointerUp={(event) => {
        if (!start.current) return;
        onColumns(changeColumn(statesOf(columns), column.id, { width: widthAt(event.clientX) }));
        start.current = null;
      }}
    />
  );
}

/** The columns as a view remembers them: those of a width of their own with it. */
export const statesOf = (columns: readonly ShownColumn[]): ColumnState[] =>
  columns.map(({ id, width, isPinned, ownWidth }) => ({
    id,
    ...(width !== ownWidth && { width }),
    ...(isPinned && id !== "name" && { isPinned }),
  }));
