import { useEffect, useState } from "react";
import { useBoard } from "./board-context";

export type DragTools = typeof import("./drag-and-drop");

/** What dragging takes, once it is fetched. Without a connection cards are moved by keyboard and menu. */
export function useFetchedDragTools(): DragTools | null {
  const [tools, setTools] = useState<DragTools | null>(null);
  useEffect(() => void import("./drag-and-drop").then(setTools, () => {}), []);
  return tools;
}

/** Ties an element of the board to dragging while it is there; `tie` answers what unties it, and stays the same. */
export function useDragging(tie: (tools: DragTools) => (() => void) | undefined): void {
  const { tools } = useBoard();
  useEffect(() => (tools ? tie(tools) : undefined), [tools, tie]);
}
