import { useSyncExternalStore } from "react";

/** What the shell can show over any page: the palette with everything, with what makes something new or with the leads to add a task to, or the help sheet. */
export type Overlay = "palette" | "create" | "task" | "help";

let shown: Overlay | null = null;
let typed = "";
const listeners = new Set<() => void>();

/** Shows one of them, or takes away what is shown. */
export function showOverlay(overlay: Overlay | null): void {
  shown = overlay;
  typed = "";
  for (const listener of listeners) listener();
}

/** Which of them is shown, or is on its way. */
export const shownOverlay = (): Overlay | null => shown;

/** Which of them is shown, or is on its way. */
export const useOverlay = (): Overlay | null => useSyncExternalStore(watch, shownOverlay, () => null);

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps what is typed while the palette is on its way: it is meant for the palette. */
export function typeAhead(key: string): void {
  if (key.length === 1) typed += key;
}

/** What was typed before the palette was there. */
export const typedAhead = (): string => typed;
