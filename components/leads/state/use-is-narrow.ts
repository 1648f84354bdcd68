import { useSyncExternalStore } from "react";

/** Below this there is no room for a table; the breakpoint `md`. */
const narrow = "(max-width: 47.99rem)";

function watch(listener: () => void): () => void {
  const media = matchMedia(narrow);
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}

/** Whether the window is too narrow for a table; null on the server, where nobody knows. */
export const useIsNarrow = (): boolean | null =>
  useSyncExternalStore<boolean | null>(
    watch,
    () => matchMedia(narrow).matches,
    () => null,
  );
