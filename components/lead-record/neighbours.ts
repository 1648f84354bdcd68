import { useSyncExternalStore } from "react";

/** Where a lead stands in the list that is on screen, or was when it was opened. */
export type Neighbours = { previous: string | null; next: string | null; place: number; of: number };

const storageKey = "leadwright.neighbours";
const most = 1000;
let ids: readonly string[] | null = null;
const listeners = new Set<() => void>();

/**
 * Tells which leads the list on screen shows, in its order: the record goes from one to the next along
 * it. Kept for the tab, so that the page of a lead knows its neighbours after a reload.
 */
export function setNeighbours(leadIds: readonly string[]): void {
  const next = leadIds.slice(0, most);
  if (ids && next.length === ids.length && next.every((id, place) => id === ids?.[place])) return;
  ids = next;
  try {
    sessionStorage.setItem(storageKey, next.join(" "));
  } catch {
    // Storage that is refused remembers nothing: the list in memory holds.
  }
  for (const listener of listeners) listener();
}

/** The neighbours of a lead in the list one came from; null when it is in none. */
export function useNeighbours(leadId: string): Neighbours | null {
  const list = useSyncExternalStore(watch, known, () => nothing);
  const place = list.indexOf(leadId);
  if (place < 0) return null;
  return { previous: list[place - 1] ?? null, next: list[place + 1] ?? null, place: place + 1, of: list.length };
}

const nothing: readonly string[] = [];

function known(): readonly string[] {
  ids ??= stored();
  return ids;
}

function stored(): readonly string[] {
  try {
    return sessionStorage.getItem(storageKey)?.split(" ").filter(Boolean) ?? nothing;
  } catch {
    return nothing;
  }
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
