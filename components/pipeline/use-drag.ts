import { useEffect } from "react";
import { useLatest } from "@/components/ui/use-latest";
import type { BoardStore } from "./board-store";
import type { DragTools } from "./use-drag-tools";

/** What can be dropped on beside columns. */
export type Outcome = "won" | "lost" | "archive";

/** Where cards in the hand would land. */
export type Over =
  | { stageId: string; cardId: string; edge: "top" | "bottom" }
  /** In the free room of a column: at its end; on its head: at its top. */
  | { stageId: string; end: "top" | "bottom" }
  | { outcome: Outcome };

/** What a card tells of itself when it is taken into the hand. */
export type Dragged = { kind: "cards"; ids: string[] };

/** Whether what is in the hand are cards of the board. */
export const isDragged = (data: Record<string | symbol, unknown>): data is Dragged => data.kind === "cards";

/** Keeps in the store which cards are in the hand of a mouse or finger, and where they would land. `onDrop` is told where they are let go. */
export function useDrag(tools: DragTools | null, store: BoardStore, onDrop: (ids: string[], over: Over) => void): void {
  const latest = useLatest(onDrop);
  useEffect(
    () =>
      tools?.monitorForElements({
        canMonitor: ({ source }) => isDragged(source.data),
        onDragStart: ({ source }) => isDragged(source.data) && store.set({ dragged: new Set(source.data.ids) }),
        onDrag: ({ location }) => {
          const over = overOf(tools, location.current.dropTargets[0]?.data);
          if (JSON.stringify(store.get().over) !== JSON.stringify(over)) store.set({ over });
        },
        onDrop: ({ source, location }) => {
          store.set({ dragged: null, over: null });
          const target = overOf(tools, location.current.dropTargets[0]?.data);
          if (target && isDragged(source.data)) latest.current(source.data.ids, target);
        },
      }),
    [latest, store, tools],
  );
}

/** What a drop target says of itself. */
function overOf(tools: DragTools, data: Record<string | symbol, unknown> | undefined): Over | null {
  if (!data) return null;
  const { stageId, cardId, end, outcome } = data;
  if (outcome === "won" || outcome === "lost" || outcome === "archive") return { outcome };
  if (typeof stageId !== "string") return null;
  if (typeof cardId !== "string") return { stageId, end: end === "top" ? "top" : "bottom" };
  return { stageId, cardId, edge: tools.extractClosestEdge(data) === "bottom" ? "bottom" : "top" };
}
