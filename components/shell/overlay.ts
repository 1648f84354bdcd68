import { useSyncExternalStore } from "react";

/** What the shell can show over any page: the palette with everything or with what makes something new, or the help sheet. */
export type Overlay = "palette" | "create" | "help";

let shown: Overlay | null = null;
const listeners = new Set<() => void>();

/** Shows one of them, or takes away what is shown. */
export function showOverlay(overlay: Overlay | null): void {
  shown = overlay;
  for (const listener of listeners) listener();
}

/** Which of them is shown. */
export const useOverlay = (): Overlay | null =>
  useSyncExternalStore(
    watch,
    () => shown,
    () => null,
  );

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
