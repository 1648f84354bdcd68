import { type RefObject, useLayoutEffect, useRef } from "react";

/** A row that is moved: its `data-row`, where it comes to stand, and which way it goes. */
type Moved = { row: string; place: number; by: -1 | 1 };

/**
 * Gives the focus back to the button that moved a row of a list: the row is put elsewhere on the page, and
 * the button goes with it. At an end the other one has it. Answers the way to say which row is moved.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>): (moved: Moved) => void {
  const moved = useRef<Moved | null>(null);
  useLayoutEffect(() => {
    const row = moved.current && list.current?.children[moved.current.place];
    // It may take until the next drawing.
    if (!moved.current || !(row instanceof HTMLElement) || row.dataset["row"] !== moved.current.row) return;
    const ways = moved.current.by === -1 ? ["up", "down"] : ["down", "up"];
    moved.current = null;
    const buttons = ways.map((way) => row.querySelector<HTMLButtonElement>(`[data-move=${way}]:not(:disabled)`));
    buttons.find(Boolean)?.focus();
  });
  return (next) => {
    moved.current = next;
  };
}
