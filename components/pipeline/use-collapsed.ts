import { useSyncExternalStore } from "react";

const storageKey = "leadwright.board.collapsed";
const none: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();
/** What this page has read or chosen; null until it is asked. */
let known: ReadonlySet<string> | null = null;

/** The columns that this browser keeps closed, by stage, and the way to close and open one. */
export const useCollapsed = (): [ReadonlySet<string>, (stageId: string) => void] => [
  useSyncExternalStore(watch, collapsed, () => none),
  toggle,
];

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function collapsed(): ReadonlySet<string> {
  known ??= remembered();
  return known;
}

function toggle(stageId: string): void {
  const after = new Set(collapsed());
  if (!after.delete(stageId)) after.add(stageId);
  known = after;
  try {
    localStorage.setItem(storageKey, JSON.stringify([...after]));
  } catch {
    // Storage that is refused remembers nothing; the column closes all the same.
  }
  for (const listener of listeners) listener();
}

function remembered(): ReadonlySet<string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return new Set(Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : []);
  } catch {
    return none;
  }
}
