import { useSyncExternalStore } from "react";
import { currentTheme, type Theme } from "./theme";

/** The theme in force in this browser, wherever it was chosen. On the server: the system's. */
export const useTheme = (): Theme => useSyncExternalStore(watch, currentTheme, () => "system");

/** Calls `listener` when the page's theme changes. */
function watch(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
