import { useSyncExternalStore } from "react";
import type { RowHeight } from "@/components/leads/grid/layout";

const storageKey = "leadwright.rowHeight";
const listeners = new Set<() => void>();

const read = (): RowHeight => {
  try {
    return localStorage.getItem(storageKey) === "compact" ? "compact" : "normal";
  } catch {
    // Storage that is refused remembers nothing.
    return "normal";
  }
};

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How high rows are in this browser. */
export const useRowHeight = (): RowHeight => useSyncExternalStore(watch, read, () => "normal");

/** Makes rows as high as that, from now on. */
export function chooseRowHeight(height: RowHeight): void {
  localStorage.setItem(storageKey, height);
  for (const listener of listeners) listener();
}
