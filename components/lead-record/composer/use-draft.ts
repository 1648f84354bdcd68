import { useSyncExternalStore } from "react";

const prefix = "leadwright.draft.";
const drafts = new Map<string, unknown>();
const listeners = new Set<() => void>();

/**
 * What somebody has begun to write, kept on their device: it is there again after a reload, in the panel
 * as on the page. `empty` has to be the same object each time.
 */
export function useDraft<Draft extends object>(name: string, empty: Draft): [Draft, (draft: Draft | null) => void] {
  const draft = useSyncExternalStore(
    watch,
    () => known(name) ?? empty,
    () => empty,
  );
  const set = (next: Draft | null): void => {
    drafts.set(name, next);
    try {
      if (next === null) localStorage.removeItem(prefix + name);
      else localStorage.setItem(prefix + name, JSON.stringify(next));
    } catch {
      // A full or refused storage keeps nothing: the draft lives as long as the page.
    }
    for (const listener of listeners) listener();
  };
  // Only what was put in under the name comes out; fields that an older version did not have are empty.
  return [{ ...empty, ...(draft as Draft) }, set];
}

function known(name: string): object | null {
  if (!drafts.has(name)) drafts.set(name, stored(name));
  const draft = drafts.get(name);
  return typeof draft === "object" ? draft : null;
}

function stored(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(prefix + name) ?? "null");
  } catch {
    return null;
  }
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
