import { type RefObject, useEffect, useState } from "react";
import { useLatest } from "@/components/ui/use-latest";

export type Edge = "top" | "bottom";

type RowDrag = {
  row: RefObject<HTMLElement | null>;
  /** What it is held by. */
  handle: RefObject<HTMLElement | null>;
  id: string;
  /** Rows of other lists are let by. */
  list: string;
  onDrop: (dragged: string, edge: Edge) => void;
};

/** Lets a row of a list be dragged, and others be dropped before or behind it. Answers where one is about to be. */
export function useRowDrag({ row, handle, id, list, onDrop }: RowDrag): Edge | null {
  const [edge, setEdge] = useState<Edge | null>(null);
  const latest = useLatest(onDrop);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    void import("./drag-and-drop").then((drag) => {
      const [element, dragHandle] = [row.current, handle.current];
      if (isGone || !element || !dragHandle) return;
      const edgeOf = (data: Record<string | symbol, unknown>): Edge | null => {
        const found = drag.extractClosestEdge(data);
        return found === "top" || found === "bottom" ? found : null;
      };
      stop = drag.combine(
        drag.draggable({ element, dragHandle, getInitialData: () => ({ id, list }) }),
        drag.dropTargetForElements({
          element,
          canDrop: ({ source }) => source.data.list === list && source.data.id !== id,
          getData: ({ input }) => drag.attachClosestEdge({ id }, { element, input, allowedEdges: ["top", "bottom"] }),
          onDrag: ({ self }) => setEdge(edgeOf(self.data)),
          onDragLeave: () => setEdge(null),
          onDrop: ({ self, source }) => {
            setEdge(null);
            const at = edgeOf(self.data);
            if (at) latest.current(String(source.data.id), at);
          },
        }),
      );
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [row, handle, id, list, latest]);
  return edge;
}
