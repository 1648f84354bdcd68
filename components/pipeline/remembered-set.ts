import { useSyncExternalStore } from "react";

/** Words that this browser remembers: which of them are in, and the way to put one in or take it out. */
export type RememberedSet = { use: () => ReadonlySet<string>; toggle: (word: string) => void };

/** A set of words kept in this browser under `key`; until somebody changes it, it is `first`. */
export function rememberedSet(key: string, first: ReadonlySet<string> = new Set()): RememberedSet {
  const listeners = new Set<() => void>();
  /** What this page has read or chosen; null until it is asked. */
  let known: ReadonlySet<string> | null = null;
  const present = (): ReadonlySet<string> => {
    known ??= remembered(key) ?? first;
    return known;
  };
  const watch = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    use: () => useSyncExternalStore(watch, present, () => first),
    toggle: (word) => {
      const after = new Set(present());
      if (!after.delete(word)) after.add(word);
      known = after;
      try {
        localStorage.setItem(key, JSON.stringify([...after]));
      } catch {
        // Storage that is refused remembers nothing; the page itself does.
      }
      for (const listener of listeners) listener();
    },
  };
}

function remembered(key: string): ReadonlySet<string> | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return Array.isArray(stored) ? new Set(stored.filter((word) => typeof word === "string")) : null;
  } catch {
    return null;
  }
}
