import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** The cell that has the keyboard: of a lead, or of the heads (null); `place` is 0 for the box and then counts columns. */
export type Cursor = { leadId: string | null; place: number };

/**
 * The grid's cursor. Moving it by keyboard takes the focus along, as soon as the cell is drawn.
 * @param grid the element around all cells.
 */
export function useCursor(grid: RefObject<HTMLElement | null>, initial: Cursor) {
  const [cursor, setCursor] = useState(initial);
  const follows = useRef(false);
  useLayoutEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    const row = cursor.leadId === null ? '[aria-rowindex="1"]' : `[data-lead="${CSS.escape(cursor.leadId)}"]`;
    const cell = grid.current?.querySelector<HTMLElement>(`${row} > [data-place="${cursor.place}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [cursor, grid]);
  return {
    cursor,
    /** Where the focus went by itself. */
    note: (next: Cursor) => {
      if (next.leadId !== cursor.leadId || next.place !== cursor.place) setCursor(next);
    },
    /** Goes to a cell, with the focus. */
    goTo: (next: Cursor) => {
      follows.current = true;
      setCursor({ ...next });
    },
  };
}
