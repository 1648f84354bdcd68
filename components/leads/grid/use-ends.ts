import { useEffect, useRef } from "react";
import type { GridItem } from "./items";

export type Ends = {
  items: readonly GridItem[];
  /** Whether leads come before these, or after them, that are not there yet. */
  hasEarlier: boolean;
  hasMore: boolean;
  /** Reads the list from its start or its end on. Throws what it said already. */
  onReadFrom: (end: "start" | "end") => Promise<void>;
};

/** Answers what goes to the first or the last line of the whole list: it may have to be read first. */
export function useEnds({ items, hasEarlier, hasMore, onReadFrom }: Ends, goTo: (item: GridItem) => void) {
  const awaited = useRef<"start" | "end" | null>(null);
  const isThere = (end: "start" | "end") => (end === "end" ? !hasMore : !hasEarlier);
  const goToAwaited = () => {
    const end = awaited.current;
    if (end === null || !isThere(end)) return;
    awaited.current = null;
    const item = items.at(end === "end" ? -1 : 0);
    if (item) goTo(item);
  };
  useEffect(goToAwaited);
  return (end: "start" | "end") => {
    awaited.current = end;
    if (isThere(end)) goToAwaited();
    else
      void onReadFrom(end).catch(() => {
        awaited.current = null;
      });
  };
}
