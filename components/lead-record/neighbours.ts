import { useSyncExternalStore } from "react";

/** Where a lead stands in the list that is on screen, or was when it was opened. */
export type Neighbours = { previous: string | null; next: string | null; place: number; of: number | null };

/** What is known of a list: the leads of it that are loaded, and how many it has; null when nobody knows exactly. */
type List = { ids: readonly string[]; total: number | null };

const storageKey = "leadwright.list";
const most = 1000;
const nothing: List = { ids: [], total: 0 };
let list: List | null = null;
const listeners = new Set<() => void>();

/**
 * Tells which leads the list on screen shows, in its order, and how many it has: the record goes from one
 * to the next along it. Kept for the tab, so that the page of a lead knows its neighbours after a reload.
 */
export function setNeighbours(leadIds: readonly string[], total: number | null = leadIds.length): void {
  const ids = leadIds.slice(0, most);
  if (list?.total === total && ids.length === list.ids.length && ids.every((id, place) => id === list?.ids[place]))
    return;
  list = { ids, total };
  try {
    sessionStorage.setItem(storageKey, [total ?? "", ...ids].join(" "));
  } catch {
    // Storage that is refused remembers nothing: the list in memory holds.
  }
  for (const listener of listeners) listener();
}

/** The neighbours of a lead in the list one came from; null when it is in none. */
export function useNeighbours(leadId: string): Neighbours | null {
  const { ids, total } = useSyncExternalStore(watch, known, () => nothing);
  const place = ids.indexOf(leadId);
  if (place < 0) return null;
  return { previous: ids[place - 1] ?? null, next: ids[place + 1] ?? null, place: place + 1, of: total };
}

function known(): List {
  list ??= stored();
  return list;
}

function stored(): List {
  try {
    const [total = "", ...ids] = (sessionStorage.getItem(storageKey) ?? "0").split(" ");
    return { ids, total: total === "" ? null : Number(total) };
  } catch {
    return nothing;
  }
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
