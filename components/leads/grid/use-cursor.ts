import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** The cell that has the keyboard: of a lead, of a group (`keyOfGroup`), or of the heads (null); `place` is 0 for the box and then counts columns. */
export type Cursor = { leadId: string | null; place: number };

/**
 * The grid's cursor. Moving it by keyboard takes the focus along, as soon as the cell is drawn.
 * @param grid the element around all cells.
 */
export function useCursor(grid: RefObject<HTMLElement | null>, initial: Cursor) {
  const [cursor, setCursor] = useState(initial);
  const follows = useRef<"focus" | "sight" | null>(null);
  useLayoutEffect(() => {
    const how = follows.current;
    if (how === null) return;
    follows.current = null;
    const row = cursor.leadId === null ? '[aria-rowindex="1"]' : `[data-lead="${CSS.escape(cursor.leadId)}"]`;
    const cell = grid.current?.querySelector<HTMLElement>(`${row} [data-place="${cursor.place}"]`);
    if (how === "focus") cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [cursor, grid]);
  return {
    cursor,
    /** Where the focus went by itself. */
    note: (next: Cursor) => {
      if (next.leadId !== cursor.leadId || next.place !== cursor.place) setCursor(next);
    },
    /** Goes to a cell, with the focus; or without, where an editor in it takes it. */
    goTo: (next: Cursor, takesFocus = true) => {
      follows.current = takesFocus ? "focus" : "sight";
      setCursor({ ...next });
    },
  };
}
